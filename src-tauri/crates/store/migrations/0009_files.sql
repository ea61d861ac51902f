-- Files on records: who has which. Their content lies beside the data file, under its hash.
CREATE TABLE attachments (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  -- SHA-256 of the content
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  -- the mail it came with; it then hangs where the mail hangs
  message_id BLOB REFERENCES messages (id),
  deal_id BLOB REFERENCES deals (id),
  lead_id BLOB REFERENCES leads (id),
  organization_id BLOB REFERENCES organizations (id),
  person_id BLOB REFERENCES people (id),
  created_at INTEGER NOT NULL
) STRICT;
-- a record's files, newest first
CREATE INDEX attachments_by_deal ON attachments (deal_id, created_at) WHERE deal_id IS NOT NULL;
CREATE INDEX attachments_by_lead ON attachments (lead_id, created_at) WHERE lead_id IS NOT NULL;
CREATE INDEX attachments_by_organization ON attachments (organization_id, created_at) WHERE organization_id IS NOT NULL;
CREATE INDEX attachments_by_person ON attachments (person_id, created_at) WHERE person_id IS NOT NULL;
-- the files of a mail, and the foreign key's own check
CREATE INDEX attachments_by_message ON attachments (message_id) WHERE message_id IS NOT NULL;
-- whether a content is still needed
CREATE INDEX attachments_by_hash ON attachments (hash);

-- Which mail it is, as mail programs know it: a mail that is there already is not logged twice.
ALTER TABLE messages ADD COLUMN mail_id TEXT;
CREATE INDEX messages_by_mail ON messages (mail_id) WHERE mail_id IS NOT NULL;
