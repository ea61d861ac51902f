//! A mail as a file (`.eml`) read: who wrote what to whom, when, and what was enclosed. Nothing is stored here, and
//! nothing of the mail is ever shown as markup: only its text is taken.

use crate::party::BODY_LIMIT;
use mail_parser::{Address, Message, MessageParser, MessagePart, MimeHeaders, PartType};

/// Most parts of text that are put together.
const TEXTS: usize = 20;

/// Somebody a mail names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    pub name: String,
    /// In small letters.
    pub address: String,
}

impl std::fmt::Display for Mailbox {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.name.is_empty() || self.name.eq_ignore_ascii_case(&self.address), self.address.is_empty()) {
            (true, _) => out.write_str(&self.address),
            (false, true) => out.write_str(&self.name),
            (false, false) => write!(out, "{} <{}>", self.name, self.address),
        }
    }
}

/// A mail, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    pub subject: String,
    pub body: String,
    pub from: Vec<Mailbox>,
    /// To and copies.
    pub to: Vec<Mailbox>,
    /// UTC ms, when the mail says.
    pub sent_at: Option<i64>,
    /// The mail's own identity, where it has one.
    pub id: Option<String>,
    /// Names and contents of what was enclosed.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Reads a mail; None where these bytes are none: nobody sent it, and it has no date.
#[must_use]
pub fn read(bytes: &[u8]) -> Option<Mail> {
    let message = MessageParser::default().parse(bytes)?;
    let from = mailboxes([message.from(), message.sender()].into_iter().flatten().take(1));
    let to = mailboxes([message.to(), message.cc(), message.bcc()].into_iter().flatten());
    let sent_at = message.date().map(|date| date.to_timestamp().saturating_mul(1000));
    if from.is_empty() && (to.is_empty() || sent_at.is_none()) {
        return None;
    }
    Some(Mail {
        subject: one_line(message.subject().unwrap_or_default()),
        body: body(&message),
        from,
        to,
        sent_at,
        id: message.message_id().map(one_line).filter(|id| !id.is_empty()),
        files: message.attachments().filter_map(file).collect(),
    })
}

fn mailboxes<'a>(lists: impl Iterator<Item = &'a Address<'a>>) -> Vec<Mailbox> {
    let mut found: Vec<Mailbox> = Vec::new();
    for one in lists.flat_map(|list| list.iter()) {
        let mailbox = Mailbox {
            name: one_line(one.name().unwrap_or_default()),
            address: one_line(one.address().unwrap_or_default()).to_lowercase(),
        };
        if !(mailbox.name.is_empty() && mailbox.address.is_empty() || found.contains(&mailbox)) {
            found.push(mailbox);
        }
    }
    found
}

/// Text as people read it; where a mail has only markup, the text in it.
fn body(message: &Message<'_>) -> String {
    let texts: Vec<String> = (0..message.text_body_count().min(TEXTS))
        .filter_map(|at| message.body_text(at))
        .map(|text| plain(&text))
        .filter(|text| !text.is_empty())
        .collect();
    texts.join("\n\n").chars().take(BODY_LIMIT).collect()
}

fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").replace('\0', "\u{fffd}");
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        // markup leaves many empty lines behind
        if !(line.is_empty() && lines.ends_with(&["", ""])) {
            lines.push(line);
        }
    }
    lines.join("\n").trim().to_owned()
}

fn one_line(text: &str) -> String {
    text.replace('\0', "\u{fffd}").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What was enclosed on purpose: pictures that only decorate the text are left out.
fn file(part: &MessagePart<'_>) -> Option<(String, Vec<u8>)> {
    let enclosed = part.content_disposition().is_some_and(|how| how.is_attachment());
    let picture = part.content_type().is_some_and(|kind| kind.ctype().eq_ignore_ascii_case("image"));
    if matches!(part.body, PartType::Multipart(_)) || (picture && part.content_id().is_some() && !enclosed) {
        return None;
    }
    let contents = part.contents();
    let name = part.attachment_name().map(one_line).filter(|name| !name.is_empty());
    if contents.is_empty() || (name.is_none() && !enclosed && !part.is_message()) {
        return None;
    }
    let unnamed = || match part.message() {
        Some(inner) => format!("{}.eml", one_line(inner.subject().unwrap_or("mail"))),
        None => part
            .content_type()
            .and_then(|kind| kind.subtype())
            .map_or_else(|| "file".into(), |kind| format!("file.{kind}")),
    };
    Some((name.unwrap_or_else(unnamed), contents.to_vec()))
}

#[cfg(test)]
#[path = "mail_tests.rs"]
mod tests;
