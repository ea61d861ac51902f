-- Lists: what their first page is ordered by, newest first, whatever narrows it.
CREATE INDEX deals_by_created ON deals (created_at, id);
CREATE INDEX leads_by_created ON leads (created_at, id);
