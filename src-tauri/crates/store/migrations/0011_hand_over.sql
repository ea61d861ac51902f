-- Who made a record what it is, and who speaks with the customer next, where that is a colleague and not the user.
ALTER TABLE deals ADD COLUMN converted_by_id BLOB REFERENCES colleagues (id);
ALTER TABLE deals ADD COLUMN next_contact_by_id BLOB REFERENCES colleagues (id);
ALTER TABLE leads ADD COLUMN converted_by_id BLOB REFERENCES colleagues (id);
ALTER TABLE leads ADD COLUMN next_contact_by_id BLOB REFERENCES colleagues (id);
CREATE INDEX deals_by_converted_by ON deals (converted_by_id) WHERE converted_by_id IS NOT NULL;
CREATE INDEX deals_by_next_contact_by ON deals (next_contact_by_id) WHERE next_contact_by_id IS NOT NULL;
CREATE INDEX leads_by_converted_by ON leads (converted_by_id) WHERE converted_by_id IS NOT NULL;
CREATE INDEX leads_by_next_contact_by ON leads (next_contact_by_id) WHERE next_contact_by_id IS NOT NULL;
