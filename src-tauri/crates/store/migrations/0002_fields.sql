-- What a field the user added is for, and whether cards show its value.
ALTER TABLE custom_fields ADD COLUMN description TEXT NOT NULL DEFAULT '';
ALTER TABLE custom_fields ADD COLUMN on_card INTEGER NOT NULL DEFAULT 0 CHECK (on_card IN (0, 1));
