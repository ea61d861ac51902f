-- The schema of satchel.db, as a fresh file says it.

CREATE TABLE settings (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE pipelines (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('free', 'strict')),
  method TEXT NOT NULL CHECK (method IN ('chances', 'completed', 'multiply', 'add')),
  sort TEXT NOT NULL CHECK (sort IN ('hand', 'urgency', 'value', 'date', 'title'))
) STRICT;

CREATE TABLE stages (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  pipeline_id BLOB NOT NULL REFERENCES pipelines (id),
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  chances INTEGER NOT NULL CHECK (chances BETWEEN 0 AND 10000),
  completed INTEGER NOT NULL CHECK (completed BETWEEN 0 AND 10000),
  rot_days INTEGER CHECK (rot_days > 0),
  allow_skip INTEGER NOT NULL CHECK (allow_skip IN (0, 1)),
  quote_required INTEGER NOT NULL CHECK (quote_required IN (0, 1)),
  -- when a stage expects to close a deal that enters it: a number of days
  close_in_days INTEGER CHECK (close_in_days >= 0)
) STRICT;

CREATE TABLE colleagues (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL,
  email TEXT,
  manager TEXT,
  office TEXT
, active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))) STRICT;

CREATE TABLE sources (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL,
  -- a source the application itself gives, for example 'deal'; its name is translated
  builtin TEXT
) STRICT;

CREATE TABLE labels (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL,
  color INTEGER NOT NULL CHECK (color BETWEEN 0 AND 7)
) STRICT;

CREATE TABLE close_reasons (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('won', 'lost')),
  code TEXT NOT NULL,
  description TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE products (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL,
  code TEXT,
  series TEXT,
  price INTEGER,
  currency TEXT,
  CHECK ((price IS NULL) = (currency IS NULL))
) STRICT;

CREATE TABLE custom_fields (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  entity TEXT NOT NULL CHECK (entity IN ('deal', 'organization', 'person')),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- JSON array of texts, for choices
  options TEXT NOT NULL,
  position INTEGER NOT NULL
, description TEXT NOT NULL DEFAULT '', on_card INTEGER NOT NULL DEFAULT 0 CHECK (on_card IN (0, 1)), formula TEXT) STRICT;

CREATE TABLE organizations (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL,
  parent_id BLOB REFERENCES organizations (id),
  industry TEXT,
  website TEXT,
  phone TEXT,
  email TEXT,
  street TEXT,
  postcode TEXT,
  city TEXT,
  region TEXT,
  country TEXT,
  employees INTEGER,
  annual_revenue INTEGER,
  annual_revenue_currency TEXT,
  founded_year INTEGER,
  customer_since TEXT,
  owner_id BLOB REFERENCES colleagues (id),
  merged_into BLOB REFERENCES organizations (id),
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE TABLE people (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL,
  organization_id BLOB REFERENCES organizations (id),
  job_title TEXT,
  email TEXT,
  phone TEXT,
  mobile TEXT,
  customer_since TEXT,
  owner_id BLOB REFERENCES colleagues (id),
  merged_into BLOB REFERENCES people (id),
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE TABLE leads (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'lost', 'converted')),
  value INTEGER CHECK (value BETWEEN -10000000000000 AND 10000000000000),
  currency TEXT,
  expected_close TEXT,
  organization_id BLOB REFERENCES organizations (id),
  person_id BLOB REFERENCES people (id),
  owner_id BLOB REFERENCES colleagues (id),
  source_id BLOB REFERENCES sources (id),
  product_id BLOB REFERENCES products (id),
  probability INTEGER CHECK (probability BETWEEN 0 AND 10000),
  close_reason_id BLOB REFERENCES close_reasons (id),
  close_note TEXT,
  -- the deal this lead was made from; no foreign key: the line outlives a purged deal
  source_deal_id BLOB,
  source_deal_title TEXT,
  -- when it was made from a deal
  converted_at INTEGER,
  -- the deal this lead became
  deal_id BLOB,
  merged_into BLOB REFERENCES leads (id),
  created_at INTEGER NOT NULL,
  lost_at INTEGER,
  archived_at INTEGER,
  deleted_at INTEGER, converted_by_id BLOB REFERENCES colleagues (id), next_contact_by_id BLOB REFERENCES colleagues (id),
  CHECK ((value IS NULL) = (currency IS NULL))
) STRICT;

CREATE TABLE deals (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  pipeline_id BLOB NOT NULL REFERENCES pipelines (id),
  -- NULL = not started
  stage_id BLOB REFERENCES stages (id),
  -- order by hand within the stage, with gaps
  rank INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'won', 'lost', 'closed')),
  reply_state TEXT NOT NULL DEFAULT 'none' CHECK (reply_state IN ('none', 'waiting', 'answered')),
  value INTEGER CHECK (value BETWEEN -10000000000000 AND 10000000000000),
  currency TEXT,
  -- what a won deal really brought, in the deal's currency
  actual_value INTEGER CHECK (actual_value BETWEEN -10000000000000 AND 10000000000000),
  actual_currency TEXT,
  -- the deal's own override of the pipeline's method
  probability INTEGER CHECK (probability BETWEEN 0 AND 10000),
  expected_close TEXT,
  started_on TEXT,
  ended_on TEXT,
  organization_id BLOB REFERENCES organizations (id),
  person_id BLOB REFERENCES people (id),
  owner_id BLOB REFERENCES colleagues (id),
  source_id BLOB REFERENCES sources (id),
  product_id BLOB REFERENCES products (id),
  close_reason_id BLOB REFERENCES close_reasons (id),
  close_note TEXT,
  -- the lead this deal was made into (the deal lies in the trash), and the lead it was made from
  lead_id BLOB,
  source_lead_id BLOB,
  merged_into BLOB REFERENCES deals (id),
  created_at INTEGER NOT NULL,
  stage_entered_at INTEGER NOT NULL,
  won_at INTEGER,
  first_won_at INTEGER,
  lost_at INTEGER,
  closed_at INTEGER,
  archived_at INTEGER,
  deleted_at INTEGER, converted_by_id BLOB REFERENCES colleagues (id), next_contact_by_id BLOB REFERENCES colleagues (id),
  CHECK ((value IS NULL) = (currency IS NULL)),
  CHECK ((actual_value IS NULL) = (actual_currency IS NULL))
) STRICT;

CREATE TABLE deal_labels (
  deal_id BLOB NOT NULL REFERENCES deals (id),
  label_id BLOB NOT NULL REFERENCES labels (id),
  PRIMARY KEY (deal_id, label_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE lead_labels (
  lead_id BLOB NOT NULL REFERENCES leads (id),
  label_id BLOB NOT NULL REFERENCES labels (id),
  PRIMARY KEY (lead_id, label_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE activities (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('call', 'visit', 'meeting', 'mail', 'task')),
  subject TEXT NOT NULL,
  due_on TEXT,
  due_time TEXT,
  duration_minutes INTEGER,
  note TEXT NOT NULL,
  outcome TEXT,
  done_at INTEGER,
  deal_id BLOB REFERENCES deals (id),
  lead_id BLOB REFERENCES leads (id),
  organization_id BLOB REFERENCES organizations (id),
  person_id BLOB REFERENCES people (id),
  -- the deal an open activity came from when that deal became a lead: it goes back on recovery
  moved_from_deal_id BLOB,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE notes (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  body TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('note', 'closing')),
  deal_id BLOB REFERENCES deals (id),
  lead_id BLOB REFERENCES leads (id),
  organization_id BLOB REFERENCES organizations (id),
  person_id BLOB REFERENCES people (id),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE messages (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  direction TEXT NOT NULL CHECK (direction IN ('sent', 'received')),
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  sender TEXT,
  recipients TEXT,
  sent_at INTEGER NOT NULL,
  deal_id BLOB REFERENCES deals (id),
  lead_id BLOB REFERENCES leads (id),
  organization_id BLOB REFERENCES organizations (id),
  person_id BLOB REFERENCES people (id),
  created_at INTEGER NOT NULL
, mail_id TEXT) STRICT;

CREATE TABLE stage_entries (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  deal_id BLOB NOT NULL REFERENCES deals (id),
  action TEXT NOT NULL,
  -- no foreign keys: history outlives a deleted stage, whose name it keeps
  from_stage_id BLOB,
  from_stage TEXT,
  to_stage_id BLOB,
  to_stage TEXT,
  at INTEGER NOT NULL,
  -- whole days spent in the stage that was left
  days INTEGER,
  value INTEGER,
  currency TEXT,
  chances INTEGER,
  completed INTEGER,
  probability INTEGER,
  close_reason_id BLOB REFERENCES close_reasons (id),
  note TEXT
) STRICT;

CREATE TABLE lead_entries (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  lead_id BLOB NOT NULL REFERENCES leads (id),
  action TEXT NOT NULL,
  at INTEGER NOT NULL,
  close_reason_id BLOB REFERENCES close_reasons (id),
  note TEXT,
  -- what a conversion carried along
  activities INTEGER,
  notes INTEGER,
  messages INTEGER
) STRICT;

CREATE TABLE custom_values (
  record_id BLOB NOT NULL,
  field_id BLOB NOT NULL REFERENCES custom_fields (id),
  -- in the field's own form: numbers with a point, dates ISO, money as minor units and code, choices as JSON
  value TEXT NOT NULL,
  PRIMARY KEY (record_id, field_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE external_ids (
  kind TEXT NOT NULL,
  system TEXT NOT NULL,
  key TEXT NOT NULL,
  record_id BLOB NOT NULL,
  PRIMARY KEY (kind, system, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE sample_records (
  record_id BLOB PRIMARY KEY NOT NULL CHECK (length(record_id) = 16),
  kind TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE change_sets (
  seq INTEGER PRIMARY KEY,
  label TEXT NOT NULL,
  params TEXT NOT NULL,
  at INTEGER NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('person', 'job')),
  schema_version INTEGER NOT NULL,
  changeset BLOB NOT NULL,
  changes INTEGER NOT NULL,
  records INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('applied', 'undone', 'discarded'))
, redacted INTEGER NOT NULL DEFAULT 0 CHECK (redacted IN (0, 1))) STRICT;

CREATE TABLE change_records (
  record_id BLOB NOT NULL,
  seq INTEGER NOT NULL REFERENCES change_sets (seq),
  PRIMARY KEY (record_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE stage_totals (
  pipeline_id BLOB NOT NULL,
  stage_id BLOB NOT NULL,
  currency TEXT NOT NULL,
  count INTEGER NOT NULL,
  -- sum of the values of deals without a probability of their own
  plain INTEGER NOT NULL,
  -- sum of values, and of rounded weighted values, of deals with one
  own INTEGER NOT NULL,
  own_weighted INTEGER NOT NULL,
  PRIMARY KEY (pipeline_id, stage_id, currency)
) STRICT, WITHOUT ROWID;

CREATE TABLE app_state (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE seen_leads (
  lead_id BLOB PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE search_docs (
  doc INTEGER PRIMARY KEY,
  record_id BLOB NOT NULL UNIQUE,
  kind TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5 (
  title, body, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3', detail = 'column'
);

CREATE TABLE kept_apart (
  one BLOB NOT NULL CHECK (length(one) = 16),
  other BLOB NOT NULL CHECK (length(other) = 16),
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE similar_keys (
  key INTEGER NOT NULL,
  record_id BLOB NOT NULL,
  PRIMARY KEY (key, record_id)
) STRICT, WITHOUT ROWID;

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

CREATE INDEX stages_by_pipeline ON stages (pipeline_id, position);

CREATE INDEX organizations_by_name ON organizations (name COLLATE NOCASE);

CREATE INDEX organizations_by_parent ON organizations (parent_id) WHERE parent_id IS NOT NULL;

CREATE INDEX organizations_by_merged_into ON organizations (merged_into) WHERE merged_into IS NOT NULL;

CREATE INDEX people_by_name ON people (name COLLATE NOCASE);

CREATE INDEX people_by_organization ON people (organization_id) WHERE organization_id IS NOT NULL;

CREATE INDEX people_by_merged_into ON people (merged_into) WHERE merged_into IS NOT NULL;

CREATE INDEX leads_inbox ON leads (created_at) WHERE status = 'open' AND archived_at IS NULL AND deleted_at IS NULL;

CREATE INDEX leads_by_source_deal ON leads (source_deal_id) WHERE source_deal_id IS NOT NULL;

CREATE INDEX leads_by_organization ON leads (organization_id) WHERE organization_id IS NOT NULL;

CREATE INDEX leads_by_person ON leads (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX leads_by_merged_into ON leads (merged_into) WHERE merged_into IS NOT NULL;

CREATE INDEX deals_board ON deals (pipeline_id, stage_id, rank, id) WHERE status = 'open' AND archived_at IS NULL AND deleted_at IS NULL;

CREATE INDEX deals_board_value ON deals (pipeline_id, stage_id, value DESC, id) WHERE status = 'open' AND archived_at IS NULL AND deleted_at IS NULL;

CREATE INDEX deals_board_date ON deals (pipeline_id, stage_id, expected_close, id) WHERE status = 'open' AND archived_at IS NULL AND deleted_at IS NULL;

CREATE INDEX deals_by_organization ON deals (organization_id) WHERE organization_id IS NOT NULL;

CREATE INDEX deals_by_person ON deals (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX deals_by_number ON deals (number);

CREATE INDEX deals_in_trash ON deals (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE INDEX deals_by_reason ON deals (close_reason_id) WHERE close_reason_id IS NOT NULL;

CREATE INDEX deals_by_stage ON deals (stage_id) WHERE stage_id IS NOT NULL;

CREATE INDEX deals_by_merged_into ON deals (merged_into) WHERE merged_into IS NOT NULL;

CREATE INDEX deal_labels_by_label ON deal_labels (label_id);

CREATE INDEX lead_labels_by_label ON lead_labels (label_id);

CREATE INDEX activities_by_deal ON activities (deal_id, done_at, due_on) WHERE deal_id IS NOT NULL;

CREATE INDEX activities_by_lead ON activities (lead_id, done_at, due_on) WHERE lead_id IS NOT NULL;

CREATE INDEX activities_by_organization ON activities (organization_id) WHERE organization_id IS NOT NULL;

CREATE INDEX activities_by_person ON activities (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX notes_by_deal ON notes (deal_id, created_at) WHERE deal_id IS NOT NULL;

CREATE INDEX notes_by_lead ON notes (lead_id, created_at) WHERE lead_id IS NOT NULL;

CREATE INDEX notes_by_organization ON notes (organization_id, created_at) WHERE organization_id IS NOT NULL;

CREATE INDEX notes_by_person ON notes (person_id, created_at) WHERE person_id IS NOT NULL;

CREATE INDEX messages_by_deal ON messages (deal_id, sent_at) WHERE deal_id IS NOT NULL;

CREATE INDEX messages_by_lead ON messages (lead_id, sent_at) WHERE lead_id IS NOT NULL;

CREATE INDEX messages_by_organization ON messages (organization_id, sent_at) WHERE organization_id IS NOT NULL;

CREATE INDEX messages_by_person ON messages (person_id, sent_at) WHERE person_id IS NOT NULL;

CREATE INDEX stage_entries_by_deal ON stage_entries (deal_id, at);

CREATE INDEX stage_entries_by_reason ON stage_entries (close_reason_id) WHERE close_reason_id IS NOT NULL;

CREATE INDEX lead_entries_by_lead ON lead_entries (lead_id, at);

CREATE INDEX custom_values_by_field ON custom_values (field_id);

CREATE INDEX external_ids_by_record ON external_ids (record_id);

CREATE INDEX change_sets_by_state ON change_sets (state, origin, seq);

CREATE INDEX deals_by_owner ON deals (owner_id) WHERE owner_id IS NOT NULL;

CREATE INDEX leads_by_owner ON leads (owner_id) WHERE owner_id IS NOT NULL;

CREATE INDEX organizations_by_owner ON organizations (owner_id) WHERE owner_id IS NOT NULL;

CREATE INDEX people_by_owner ON people (owner_id) WHERE owner_id IS NOT NULL;

CREATE INDEX kept_apart_by_other ON kept_apart (other);

CREATE INDEX similar_keys_by_record ON similar_keys (record_id);

CREATE INDEX deals_by_created ON deals (created_at, id);

CREATE INDEX leads_by_created ON leads (created_at, id);

CREATE INDEX deals_ended ON deals (
  coalesce(ended_on, date(coalesce(won_at, lost_at) / 1000, 'unixepoch')), id, status, pipeline_id, value, actual_value, currency,
  actual_currency, close_reason_id, stage_id, source_id,
  ended_on, won_at, lost_at, deleted_at
) WHERE status IN ('won', 'lost') AND deleted_at IS NULL;

CREATE INDEX leads_lost ON leads (lost_at, id, value, currency, close_reason_id, source_id, status, deleted_at) WHERE status = 'lost' AND deleted_at IS NULL;

CREATE INDEX leads_converted ON leads (id) WHERE status = 'converted' AND deleted_at IS NULL;

CREATE INDEX attachments_by_deal ON attachments (deal_id, created_at) WHERE deal_id IS NOT NULL;

CREATE INDEX attachments_by_lead ON attachments (lead_id, created_at) WHERE lead_id IS NOT NULL;

CREATE INDEX attachments_by_organization ON attachments (organization_id, created_at) WHERE organization_id IS NOT NULL;

CREATE INDEX attachments_by_person ON attachments (person_id, created_at) WHERE person_id IS NOT NULL;

CREATE INDEX attachments_by_message ON attachments (message_id) WHERE message_id IS NOT NULL;

CREATE INDEX attachments_by_hash ON attachments (hash);

CREATE INDEX messages_by_mail ON messages (mail_id) WHERE mail_id IS NOT NULL;

CREATE INDEX deals_by_converted_by ON deals (converted_by_id) WHERE converted_by_id IS NOT NULL;

CREATE INDEX deals_by_next_contact_by ON deals (next_contact_by_id) WHERE next_contact_by_id IS NOT NULL;

CREATE INDEX leads_by_converted_by ON leads (converted_by_id) WHERE converted_by_id IS NOT NULL;

CREATE INDEX leads_by_next_contact_by ON leads (next_contact_by_id) WHERE next_contact_by_id IS NOT NULL;

CREATE TRIGGER deals_counted_in AFTER INSERT ON deals
WHEN new.status = 'open' AND new.archived_at IS NULL AND new.deleted_at IS NULL
BEGIN
  INSERT INTO stage_totals (pipeline_id, stage_id, currency, count, plain, own, own_weighted)
  VALUES (new.pipeline_id, coalesce(new.stage_id, x''), coalesce(new.currency, ''), 1,
          CASE WHEN new.probability IS NULL THEN coalesce(new.value, 0) ELSE 0 END,
          CASE WHEN new.probability IS NULL THEN 0 ELSE coalesce(new.value, 0) END,
          CASE WHEN new.probability IS NULL OR new.value IS NULL THEN 0
               ELSE sign(new.value) * ((abs(new.value) * new.probability + 5000) / 10000) END)
  ON CONFLICT DO UPDATE SET count = count + 1, plain = plain + excluded.plain,
    own = own + excluded.own, own_weighted = own_weighted + excluded.own_weighted;
END;

CREATE TRIGGER deals_counted_out AFTER DELETE ON deals
WHEN old.status = 'open' AND old.archived_at IS NULL AND old.deleted_at IS NULL
BEGIN
  UPDATE stage_totals SET count = count - 1,
    plain = plain - CASE WHEN old.probability IS NULL THEN coalesce(old.value, 0) ELSE 0 END,
    own = own - CASE WHEN old.probability IS NULL THEN 0 ELSE coalesce(old.value, 0) END,
    own_weighted = own_weighted - CASE WHEN old.probability IS NULL OR old.value IS NULL THEN 0
               ELSE sign(old.value) * ((abs(old.value) * old.probability + 5000) / 10000) END
  WHERE pipeline_id = old.pipeline_id AND stage_id = coalesce(old.stage_id, x'') AND currency = coalesce(old.currency, '');
  DELETE FROM stage_totals WHERE pipeline_id = old.pipeline_id AND stage_id = coalesce(old.stage_id, x'')
    AND currency = coalesce(old.currency, '') AND count = 0;
END;

CREATE TRIGGER deals_recounted_out AFTER UPDATE OF pipeline_id, stage_id, status, archived_at, deleted_at, value, currency, probability ON deals
WHEN old.status = 'open' AND old.archived_at IS NULL AND old.deleted_at IS NULL
 AND (old.pipeline_id, old.stage_id, old.status, old.archived_at, old.deleted_at, old.value, old.currency, old.probability)
  IS NOT (new.pipeline_id, new.stage_id, new.status, new.archived_at, new.deleted_at, new.value, new.currency, new.probability)
BEGIN
  UPDATE stage_totals SET count = count - 1,
    plain = plain - CASE WHEN old.probability IS NULL THEN coalesce(old.value, 0) ELSE 0 END,
    own = own - CASE WHEN old.probability IS NULL THEN 0 ELSE coalesce(old.value, 0) END,
    own_weighted = own_weighted - CASE WHEN old.probability IS NULL OR old.value IS NULL THEN 0
               ELSE sign(old.value) * ((abs(old.value) * old.probability + 5000) / 10000) END
  WHERE pipeline_id = old.pipeline_id AND stage_id = coalesce(old.stage_id, x'') AND currency = coalesce(old.currency, '');
  DELETE FROM stage_totals WHERE pipeline_id = old.pipeline_id AND stage_id = coalesce(old.stage_id, x'')
    AND currency = coalesce(old.currency, '') AND count = 0;
END;

CREATE TRIGGER deals_recounted_in AFTER UPDATE OF pipeline_id, stage_id, status, archived_at, deleted_at, value, currency, probability ON deals
WHEN new.status = 'open' AND new.archived_at IS NULL AND new.deleted_at IS NULL
 AND (old.pipeline_id, old.stage_id, old.status, old.archived_at, old.deleted_at, old.value, old.currency, old.probability)
  IS NOT (new.pipeline_id, new.stage_id, new.status, new.archived_at, new.deleted_at, new.value, new.currency, new.probability)
BEGIN
  INSERT INTO stage_totals (pipeline_id, stage_id, currency, count, plain, own, own_weighted)
  VALUES (new.pipeline_id, coalesce(new.stage_id, x''), coalesce(new.currency, ''), 1,
          CASE WHEN new.probability IS NULL THEN coalesce(new.value, 0) ELSE 0 END,
          CASE WHEN new.probability IS NULL THEN 0 ELSE coalesce(new.value, 0) END,
          CASE WHEN new.probability IS NULL OR new.value IS NULL THEN 0
               ELSE sign(new.value) * ((abs(new.value) * new.probability + 5000) / 10000) END)
  ON CONFLICT DO UPDATE SET count = count + 1, plain = plain + excluded.plain,
    own = own + excluded.own, own_weighted = own_weighted + excluded.own_weighted;
END;
