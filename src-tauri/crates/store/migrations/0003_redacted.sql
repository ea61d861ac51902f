-- Change sets that hold less than they once did, because records they named were deleted for ever.
-- They stay in the history as lines and can no longer be undone.
ALTER TABLE change_sets ADD COLUMN redacted INTEGER NOT NULL DEFAULT 0 CHECK (redacted IN (0, 1));
