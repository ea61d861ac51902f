//! How domain values stand in columns. The domain knows no SQL, so the two meet here.

use crate::{Error, Result};
use rusqlite::types::{Value, ValueRef};
use satchel_domain::{deal, ids, stage};
use uuid::Uuid;

/// A value that can stand in a column.
pub trait Column: Sized {
    /// As stored.
    fn to_column(&self) -> Value;
    /// From a column of this name (for the error message).
    ///
    /// # Errors
    /// `Unexpected` when the file holds something the schema does not allow.
    fn from_column(name: &'static str, value: ValueRef<'_>) -> Result<Self>;
}

fn unexpected<T>(column: &'static str, value: ValueRef<'_>) -> Result<T> {
    Err(Error::Unexpected { column, value: format!("{value:?}") })
}

impl Column for String {
    fn to_column(&self) -> Value {
        Value::Text(self.clone())
    }
    fn from_column(name: &'static str, value: ValueRef<'_>) -> Result<Self> {
        value.as_str().map(str::to_owned).or_else(|_| unexpected(name, value))
    }
}

impl Column for i64 {
    fn to_column(&self) -> Value {
        Value::Integer(*self)
    }
    fn from_column(name: &'static str, value: ValueRef<'_>) -> Result<Self> {
        value.as_i64().or_else(|_| unexpected(name, value))
    }
}

impl Column for bool {
    fn to_column(&self) -> Value {
        Value::Integer(i64::from(*self))
    }
    fn from_column(name: &'static str, value: ValueRef<'_>) -> Result<Self> {
        i64::from_column(name, value).map(|number| number != 0)
    }
}

impl Column for Vec<u8> {
    fn to_column(&self) -> Value {
        Value::Blob(self.clone())
    }
    fn from_column(name: &'static str, value: ValueRef<'_>) -> Result<Self> {
        value.as_blob().map(<[u8]>::to_vec).or_else(|_| unexpected(name, value))
    }
}

impl Column for Uuid {
    fn to_column(&self) -> Value {
        Value::Blob(self.as_bytes().to_vec())
    }
    fn from_column(name: &'static str, value: ValueRef<'_>) -> Result<Self> {
        value.as_blob().ok().and_then(|bytes| Self::from_slice(bytes).ok()).map_or_else(|| unexpected(name, value), Ok)
    }
}

impl<T: Column> Column for Option<T> {
    fn to_column(&self) -> Value {
        self.as_ref().map_or(Value::Null, Column::to_column)
    }
    fn from_column(name: &'static str, value: ValueRef<'_>) -> Result<Self> {
        if value == ValueRef::Null { Ok(None) } else { T::from_column(name, value).map(Some) }
    }
}

macro_rules! id_columns {
    ($($id:ty),*) => { $(
        impl Column for $id {
            fn to_column(&self) -> Value {
                self.0.to_column()
            }
            fn from_column(name: &'static str, value: ValueRef<'_>) -> Result<Self> {
                Uuid::from_column(name, value).map(Self)
            }
        }
    )* };
}

id_columns!(
    ids::DealId,
    ids::LeadId,
    ids::OrganizationId,
    ids::PersonId,
    ids::ActivityId,
    ids::NoteId,
    ids::MessageId,
    ids::AttachmentId,
    ids::PipelineId,
    ids::StageId,
    ids::LabelId,
    ids::ReasonId,
    ids::SourceId,
    ids::ProductId,
    ids::ColleagueId,
    ids::FieldId,
    ids::EntryId
);

/// Closed sets of words: stored and read by one table each.
macro_rules! word_columns {
    ($($kind:ty { $($variant:path => $word:literal),* $(,)? })*) => { $(
        impl Column for $kind {
            fn to_column(&self) -> Value {
                Value::Text(match self { $($variant => $word),* }.to_owned())
            }
            fn from_column(name: &'static str, value: ValueRef<'_>) -> Result<Self> {
                match value.as_str() {
                    $(Ok($word) => Ok($variant),)*
                    _ => unexpected(name, value),
                }
            }
        }
    )* };
}
pub(crate) use word_columns;

word_columns! {
    deal::Status { deal::Status::Open => "open", deal::Status::Won => "won", deal::Status::Lost => "lost", deal::Status::Closed => "closed" }
    deal::ReplyState { deal::ReplyState::None => "none", deal::ReplyState::Waiting => "waiting", deal::ReplyState::Answered => "answered" }
    stage::Method { stage::Method::Chances => "chances", stage::Method::Completed => "completed", stage::Method::Multiply => "multiply", stage::Method::Add => "add" }
    stage::Mode { stage::Mode::Free => "free", stage::Mode::Strict => "strict" }
}
