-- How a field of kind 'formula' is computed: text that names other fields by their keys, as [value] or [custom:<id>].
-- Its values are never stored.
ALTER TABLE custom_fields ADD COLUMN formula TEXT;
