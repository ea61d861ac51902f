//! Files on records, and mails that come as files.

use super::{MessageDirection, NamedRecord, RecordRef, Refusal, wire};
use uuid::Uuid;

wire! {
    /// A file that was chosen or dropped: its place on this computer, or what it holds.
    #[serde(tag = "by", content = "value")]
    pub enum FileSource { Path(String), Bytes(FileBytes) }

    pub struct FileBytes { pub name: String, pub base64: String }

    /// Files for a deal, lead, organization or person.
    pub struct ReadFilesInput { pub on: RecordRef, pub files: Vec<FileSource> }

    /// What was read: contents are kept, no record has them yet.
    pub struct ReadFiles { pub mails: Vec<IncomingMail>, pub files: Vec<IncomingFile>, pub refused: Vec<RefusedFile> }

    #[derive(Eq)]
    pub struct IncomingFile { pub name: String, pub size: i64, /// SHA-256 of the content, in hexadecimal.
        pub hash: String }

    pub struct IncomingMail {
        pub direction: MessageDirection,
        pub subject: String,
        pub body: String,
        pub sender: Option<String>,
        pub recipients: Option<String>,
        /// UTC ms; None = now.
        pub at: Option<i64>,
        /// Which mail it is, as mail programs know it.
        pub mail_id: Option<String>,
        /// The person it came from or went to.
        pub person: Option<Uuid>,
        pub files: Vec<IncomingFile>,
    }

    pub struct RefusedFile { pub name: String, pub why: Refusal }

    pub struct AddFilesInput { pub on: RecordRef, pub mails: Vec<IncomingMail>, pub files: Vec<IncomingFile> }

    pub struct Attachment {
        pub id: Uuid,
        pub name: String,
        /// Bytes.
        pub size: i64,
        pub created_at: i64,
        /// A document that may be opened with the system's program; others are only shown in their folder.
        pub may_open: bool,
        /// The linked record it comes from (a lead shows its deal's files).
        pub from: Option<NamedRecord>,
    }

    pub struct AttachmentsInput { pub record: RecordRef }

    pub struct Attachments { pub revision: i64, pub files: Vec<Attachment> }

    /// A copy for another program, and whether that program may be started.
    pub struct AttachmentCopy { pub path: String, pub may_open: bool }
}
