-- Results of longer runs, kept beyond their notice. Not journaled: they remember that something ran, not what it wrote.
CREATE TABLE jobs (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('not_started', 'running', 'completed', 'failed', 'rejected')),
  at INTEGER NOT NULL,
  -- JSON: what was made, what was left out and why, the refusal
  report TEXT NOT NULL,
  -- the change set it made; no foreign key: history may be shortened
  seq INTEGER
) STRICT;
