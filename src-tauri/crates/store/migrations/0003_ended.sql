-- Reports read what has ended by day, from an index that holds all they count: 100,000 ended deals are read without touching the table.
-- The day of a deal that came without one is the day its outcome was written.
CREATE INDEX deals_ended ON deals (
  coalesce(ended_on, date(coalesce(won_at, lost_at) / 1000, 'unixepoch')), id, status, pipeline_id, value, actual_value, currency,
  actual_currency, close_reason_id, stage_id, source_id,
  ended_on, won_at, lost_at, deleted_at
) WHERE status IN ('won', 'lost') AND deleted_at IS NULL;
CREATE INDEX leads_lost ON leads (lost_at, id, value, currency, close_reason_id, source_id, status, deleted_at) WHERE status = 'lost' AND deleted_at IS NULL;
CREATE INDEX leads_converted ON leads (id) WHERE status = 'converted' AND deleted_at IS NULL;
