//! The four kinds of record that a seller works with: shown in lists, merged, and hung on by notes, mails and activities.

/// A kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entity {
    /// Deals.
    Deal,
    /// Leads.
    Lead,
    /// Organizations.
    Organization,
    /// People.
    Person,
}

impl Entity {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Deal, Self::Lead, Self::Organization, Self::Person];

    /// Its table.
    #[must_use]
    pub const fn table(self) -> &'static str {
        match self {
            Self::Deal => "deals",
            Self::Lead => "leads",
            Self::Organization => "organizations",
            Self::Person => "people",
        }
    }

    /// The column by which other rows point to it.
    #[must_use]
    pub const fn column(self) -> &'static str {
        match self {
            Self::Deal => "deal_id",
            Self::Lead => "lead_id",
            Self::Organization => "organization_id",
            Self::Person => "person_id",
        }
    }

    /// Whose custom fields its records carry.
    #[must_use]
    pub const fn custom_entity(self) -> &'static str {
        match self {
            Self::Deal | Self::Lead => "deal",
            Self::Organization => "organization",
            Self::Person => "person",
        }
    }

    /// By the name of its column.
    #[must_use]
    pub fn of_column(column: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|entity| entity.column() == column)
    }

    /// By its table.
    #[must_use]
    pub fn of_table(table: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|entity| entity.table() == table)
    }
}
