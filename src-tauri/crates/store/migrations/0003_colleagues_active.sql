-- A colleague who left is no longer offered, and stays where they are named.
ALTER TABLE colleagues ADD COLUMN active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1));
-- use counts of colleagues, and the foreign keys' own checks when one is deleted
CREATE INDEX deals_by_owner ON deals (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX leads_by_owner ON leads (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX organizations_by_owner ON organizations (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX people_by_owner ON people (owner_id) WHERE owner_id IS NOT NULL;
