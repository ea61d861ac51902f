//! Files on records, and mails that come as files: read first (contents are kept durably), then added in one step.
//! What a mail says is `mail`, where contents lie is `keep`, what may be opened is the domain's `files`.

mod keep;

use crate::{
    Act, App, Error, Result, View,
    activity::{Hook, settle_turn},
    boot,
    detail::names,
    dto::*,
    mail::{self, Mail, Mailbox},
    party,
    written::{Written, written},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
pub use keep::collect;
pub(crate) use keep::settle;
use rusqlite::Connection;
use satchel_domain::{files as rules, ids::*};
use satchel_store::{
    journal,
    query::{entity::Entity, files as query, timeline},
    tables::{self, Message, Table},
};
use serde_json::json;
use std::{collections::HashSet, fs, path::Path};
use uuid::Uuid;

/// Reads files that were dropped or chosen, mails among them, and keeps their contents.
///
/// # Errors
/// `nothing_selected`, `over_limit`, `missing`; single files are refused by name in the answer.
pub async fn read_files(app: &App, input: ReadFilesInput) -> Result<ReadFiles> {
    if input.files.is_empty() {
        return Err(Error::code("nothing_selected"));
    }
    if input.files.len() > rules::MOST {
        return Err(Error::with(
            "over_limit",
            json!({ "field": "files", "max": rules::MOST, "count": input.files.len() }),
        ));
    }
    app.read_long(move |view| {
        let known = Known::of(view, &input.on)?;
        let mut read = ReadFiles { mails: Vec::new(), files: Vec::new(), refused: Vec::new() };
        for source in &input.files {
            let name = name_of(source);
            if let Err(error) = take(view, &known, &name, source, &mut read) {
                let why = Refusal { code: error.code, params: error.params };
                read.refused.push(RefusedFile { name, why });
            }
        }
        Ok(read)
    })
    .await
}

/// What reading a mail asks of the file.
struct Known {
    /// The record, and those it became or was made from.
    records: Vec<(Entity, Uuid)>,
    profile: String,
}

impl Known {
    fn of(view: &View<'_>, on: &RecordRef) -> Result<Self> {
        let anchor = Entity::of_table(names::table_of(on.kind)).ok_or_else(|| Error::field("invalid", "on"))?;
        let mut records = timeline::linked(view.conn, anchor, on.id)?;
        records.push((anchor, on.id));
        Ok(Self { records, profile: boot::settings(view.conn)?.profile_email.trim().to_lowercase() })
    }
}

fn name_of(source: &FileSource) -> String {
    rules::clean_name(match source {
        FileSource::Path(path) => path,
        FileSource::Bytes(bytes) => &bytes.name,
    })
}

fn take(view: &View<'_>, known: &Known, name: &str, source: &FileSource, read: &mut ReadFiles) -> Result<()> {
    let bytes = content(name, source)?;
    if !rules::is_mail(name) {
        read.files.push(kept(view.dir, name, &bytes)?);
        return Ok(());
    }
    let mail = mail::read(&bytes).ok_or_else(|| Error::with("not_a_mail", json!({ "name": name })))?;
    let twice = mail.id.as_ref().is_some_and(|id| read.mails.iter().any(|other| other.mail_id.as_ref() == Some(id)));
    if twice || is_there(view.conn, &known.records, mail.id.as_deref())? {
        return Err(Error::with("mail_there", json!({ "name": shown(&mail.subject, name) })));
    }
    read.mails.push(incoming(view, known, mail)?);
    Ok(())
}

fn content(name: &str, source: &FileSource) -> Result<Vec<u8>> {
    let too_large =
        || Error::with("attachment_too_large", json!({ "name": name, "max": rules::LARGEST / 1024 / 1024 }));
    let unreadable = |detail: String| Error { detail, ..Error::with("attachment_unreadable", json!({ "name": name })) };
    match source {
        FileSource::Path(path) => {
            let facts = fs::metadata(path).map_err(|error| unreadable(error.to_string()))?;
            if !facts.is_file() {
                return Err(unreadable("not a file".into()));
            }
            if facts.len() > rules::LARGEST {
                return Err(too_large());
            }
            fs::read(path).map_err(|error| unreadable(error.to_string()))
        }
        FileSource::Bytes(bytes) => {
            if bytes.base64.len() as u64 / 4 * 3 > rules::LARGEST + 3 {
                return Err(too_large());
            }
            STANDARD.decode(&bytes.base64).map_err(|error| unreadable(error.to_string()))
        }
    }
}

fn kept(dir: &Path, name: &str, bytes: &[u8]) -> Result<IncomingFile> {
    let hash = keep::keep(dir, bytes)?;
    Ok(IncomingFile {
        name: name.to_owned(),
        size: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
        hash: keep::hex(&hash),
    })
}

fn is_there(conn: &Connection, records: &[(Entity, Uuid)], mail: Option<&str>) -> Result<bool> {
    let Some(mail) = mail else { return Ok(false) };
    for (anchor, id) in records {
        if query::has_mail(conn, *anchor, *id, mail)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn shown<'a>(subject: &'a str, name: &'a str) -> &'a str {
    if subject.is_empty() { name } else { subject }
}

/// A mail as it will stand on the record: whose it is, and who of the people known here it is from or to.
fn incoming(view: &View<'_>, known: &Known, mail: Mail) -> Result<IncomingMail> {
    let person = |list: &[Mailbox]| -> Result<Option<Uuid>> {
        for one in list.iter().filter(|one| !one.address.is_empty() && one.address != known.profile) {
            if let Some(id) = query::person_with(view.conn, &one.address)? {
                return Ok(Some(id));
            }
        }
        Ok(None)
    };
    let mine = |list: &[Mailbox]| !known.profile.is_empty() && list.iter().any(|one| one.address == known.profile);
    let (writer, reader) = (person(&mail.from)?, person(&mail.to)?);
    // without a profile, what a customer reads and none wrote is ours
    let sent = mine(&mail.from) || (!mine(&mail.to) && writer.is_none() && reader.is_some());
    let list = |boxes: &[Mailbox]| {
        let text = boxes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        if text.is_empty() { None } else { Some(text.chars().take(MOST_NAMES).collect()) }
    };
    Ok(IncomingMail {
        direction: if sent { MessageDirection::Sent } else { MessageDirection::Received },
        subject: mail.subject.chars().take(party::NAME_LIMIT).collect(),
        body: mail.body,
        sender: list(&mail.from),
        recipients: list(&mail.to),
        at: mail.sent_at,
        mail_id: mail.id.map(|id| id.chars().take(party::NAME_LIMIT).collect()),
        person: if sent { reader } else { writer },
        files: mail
            .files
            .iter()
            .map(|(name, bytes)| kept(view.dir, &rules::clean_name(name), bytes))
            .collect::<Result<_>>()?,
    })
}

/// Longest list of senders or recipients, in characters.
const MOST_NAMES: usize = 4_000;

/// Adds mails and files to a record, all or none.
///
/// # Errors
/// `nothing_selected`, `missing`, `in_trash`, `mail_there`, `too_long`, `invalid`.
pub fn add_files(act: &Act<'_>, input: AddFilesInput) -> Result<Written> {
    let count = input.mails.len() + input.files.len();
    if count == 0 {
        return Err(Error::code("nothing_selected"));
    }
    if count > rules::MOST {
        return Err(Error::with("over_limit", json!({ "field": "files", "max": rules::MOST, "count": count })));
    }
    let hook = Hook::on(act, &input.on)?;
    let known = Known::of(&act.view(), &input.on)?;
    let code = if input.files.is_empty() { "log_mails" } else { "add_files" };
    let first =
        input.mails.first().map(|mail| mail.subject.clone()).or(input.files.first().map(|file| file.name.clone()));
    let mut created = Vec::new();
    let mut mails = input.mails;
    mails.sort_by_key(|mail| mail.at);
    for mail in mails {
        if is_there(act.tx, &known.records, mail.mail_id.as_deref())? {
            return Err(Error::with("mail_there", json!({ "name": mail.subject })));
        }
        let row = message(act, &hook, &mail)?;
        row.insert(act.tx)?;
        for file in &mail.files {
            attach(act, &hook, Some(&row), file)?;
        }
        if let Some(deal) = hook.deal {
            settle_turn(act, deal, &row)?;
        }
        created.push((RecordKind::Message, row.id.0));
    }
    for file in &input.files {
        created.push((RecordKind::Attachment, attach(act, &hook, None, file)?.0));
    }
    let params = json!({ "count": count, "name": first.unwrap_or_default(), "on": hook.name(act.tx)? });
    Ok(created.into_iter().fold(written(code, params), |written, (kind, id)| written.creating(kind, id)))
}

fn message(act: &Act<'_>, hook: &Hook, mail: &IncomingMail) -> Result<Message> {
    let person = match (hook.person, mail.person) {
        (None, Some(id)) => Some(party::need::<tables::Person>(act.tx, PersonId(id), "person")?.id),
        (own, _) => own,
    };
    let names = |field: &str, text: &Option<String>| {
        text.as_deref()
            .map(|text| party::body(field, text))
            .transpose()
            .map(|text| text.filter(|text| !text.is_empty()))
    };
    Ok(Message {
        id: act.id(),
        direction: match mail.direction {
            MessageDirection::Sent => "sent",
            MessageDirection::Received => "received",
        }
        .into(),
        subject: party::optional("subject", Some(&mail.subject))?.unwrap_or_default(),
        body: party::body("body", &mail.body)?,
        sender: names("sender", &mail.sender)?,
        recipients: names("recipients", &mail.recipients)?,
        // clocks of other computers may be ahead
        sent_at: mail.at.unwrap_or(act.now).clamp(0, act.now),
        deal_id: hook.deal,
        lead_id: hook.lead,
        organization_id: hook.organization,
        person_id: person,
        created_at: act.now,
        mail_id: party::optional("mail_id", mail.mail_id.as_deref())?,
    })
}

/// The content must lie here already: a row never names what is not there.
fn attach(act: &Act<'_>, hook: &Hook, mail: Option<&Message>, file: &IncomingFile) -> Result<AttachmentId> {
    let hash = keep::parse(&file.hash).ok_or_else(|| Error::field("invalid", "files"))?;
    let size = fs::metadata(keep::place(act.dir, &hash)).map(|there| there.len());
    if size.ok().and_then(|size| i64::try_from(size).ok()) != Some(file.size) {
        return Err(Error::with("file_gone", json!({ "name": file.name })));
    }
    let row = tables::Attachment {
        id: act.id(),
        name: rules::clean_name(&file.name),
        size: file.size,
        hash: hash.to_vec(),
        message_id: mail.map(|mail| mail.id),
        deal_id: hook.deal,
        lead_id: hook.lead,
        organization_id: hook.organization,
        person_id: mail.map_or(hook.person, |mail| mail.person_id),
        created_at: mail.map_or(act.now, |mail| mail.sent_at),
    };
    row.insert(act.tx)?;
    Ok(row.id)
}

/// Takes a file off its record; undo brings it back, its content stays as long as the history knows it.
///
/// # Errors
/// `missing`, `in_trash`.
pub fn remove_attachment(act: &Act<'_>, input: IdInput) -> Result<Written> {
    let row = party::need::<tables::Attachment>(act.tx, AttachmentId(input.id), "attachment")?;
    let hook = Hook { deal: row.deal_id, lead: row.lead_id, organization: row.organization_id, person: row.person_id };
    hook.writable(act.tx)?;
    tables::Attachment::delete(act.tx, row.id)?;
    Ok(written("remove_attachment", json!({ "name": row.name })))
}

/// Removes a logged message with its files; undo brings them back.
///
/// # Errors
/// `missing`, `in_trash`.
pub fn delete_message(act: &Act<'_>, input: IdInput) -> Result<Written> {
    let row = party::need::<Message>(act.tx, MessageId(input.id), "message")?;
    let hook = Hook { deal: row.deal_id, lead: row.lead_id, organization: row.organization_id, person: row.person_id };
    hook.writable(act.tx)?;
    for file in tables::Attachment::select(act.tx, "WHERE message_id = ?1", [row.id.as_bytes()])? {
        tables::Attachment::delete(act.tx, file.id)?;
    }
    Message::delete(act.tx, row.id)?;
    Ok(written("delete_message", json!({ "name": row.subject, "on": hook.name(act.tx)? })))
}

/// The files of a record, newest first, with those of the deal or lead it became or was made from.
///
/// # Errors
/// `invalid` for kinds without files.
pub fn attachments(view: &View<'_>, input: AttachmentsInput) -> Result<Attachments> {
    let anchor = Entity::of_table(names::table_of(input.record.kind)).ok_or_else(|| Error::field("invalid", "kind"))?;
    let mut files = Vec::new();
    for row in query::of_record(view.conn, anchor, input.record.id)? {
        files.push(attachment(row, None));
    }
    for (other, id) in timeline::linked(view.conn, anchor, input.record.id)? {
        let kind = if other == Entity::Deal { RecordKind::Deal } else { RecordKind::Lead };
        let from = names::named(view.conn, kind, id)?;
        files.extend(query::of_record(view.conn, other, id)?.into_iter().map(|row| attachment(row, from.clone())));
    }
    let mut seen = HashSet::new();
    files.retain(|file| seen.insert(file.id));
    files.sort_by(|one, other| other.created_at.cmp(&one.created_at).then_with(|| one.name.cmp(&other.name)));
    Ok(Attachments { revision: journal::revision(view.conn)?, files })
}

/// A row as a window knows it.
pub(crate) fn attachment(row: tables::Attachment, from: Option<NamedRecord>) -> Attachment {
    Attachment {
        id: row.id.0,
        may_open: rules::may_open(&row.name),
        name: row.name,
        size: row.size,
        created_at: row.created_at,
        from,
    }
}

/// A copy of a file for another program to open.
///
/// # Errors
/// `missing`, `file_gone`, `cannot_write`.
pub async fn attachment_copy(app: &App, input: IdInput) -> Result<AttachmentCopy> {
    app.read_long(move |view| {
        let row = party::need::<tables::Attachment>(view.conn, AttachmentId(input.id), "attachment")?;
        let hash: keep::Hash = row.hash.as_slice().try_into().map_err(|error| Error::internal(&error))?;
        let name = rules::clean_name(&row.name);
        let path = keep::copy(view.dir, &hash, &name)?;
        Ok(AttachmentCopy { path: path.to_string_lossy().into_owned(), may_open: rules::may_open(&name) })
    })
    .await
}
