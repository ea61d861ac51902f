### Organizations and people.
