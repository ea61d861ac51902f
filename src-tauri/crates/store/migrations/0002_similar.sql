-- Similar records: what says that two records may be one, and the pairs of which a person said that they are not.

-- Journaled. The smaller id stands in `one`.
CREATE TABLE kept_apart (
  one BLOB NOT NULL CHECK (length(one) = 16),
  other BLOB NOT NULL CHECK (length(other) = 16),
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
-- the pairs of a record that stands in second place
CREATE INDEX kept_apart_by_other ON kept_apart (other);

-- Not journaled: derived from names, mail addresses and telephone numbers. `key` is a fingerprint of kind, criterion and
-- the text as it is compared; records with a key in common are similar.
CREATE TABLE similar_keys (
  key INTEGER NOT NULL,
  record_id BLOB NOT NULL,
  PRIMARY KEY (key, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX similar_keys_by_record ON similar_keys (record_id);
