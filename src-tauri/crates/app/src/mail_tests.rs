//! Mails as programs of many kinds write them, and files that are none.

use super::*;

fn read_text(text: &str) -> Mail {
    read(text.replace('\n', "\r\n").as_bytes()).unwrap_or_else(|| panic!("not read: {text}"))
}

fn people(list: &[Mailbox]) -> Vec<String> {
    list.iter().map(ToString::to_string).collect()
}

#[test]
fn a_plain_mail_is_read_with_its_people_its_date_and_its_identity() {
    let mail = read_text(
        "From: \"Zoë Mercier\" <Zoe.Mercier@Laiterie.example>\nTo: ana@satchel.example, Bo <bo@satchel.example>\nCc: ana@satchel.example\nDate: Fri, 20 Nov 2026 09:15:00 +0100\nSubject: Offre\n pour le groupe froid\nMessage-ID: <a1@laiterie.example>\n\nBonjour,\n\n\n\n\nvoici.   \n",
    );
    assert_eq!(people(&mail.from), ["Zoë Mercier <zoe.mercier@laiterie.example>"]);
    assert_eq!(people(&mail.to), ["ana@satchel.example", "Bo <bo@satchel.example>"]);
    assert_eq!((mail.subject.as_str(), mail.body.as_str()), ("Offre pour le groupe froid", "Bonjour,\n\n\nvoici."));
    assert_eq!((mail.sent_at, mail.id.as_deref()), (Some(1_795_162_500_000), Some("a1@laiterie.example")));
    assert!(mail.files.is_empty());
}

#[test]
fn of_two_forms_of_one_text_the_plain_one_is_taken_and_enclosures_are_kept() {
    let mail = read_text(
        "From: a@x.example\nDate: Fri, 20 Nov 2026 09:15:00 +0000\nSubject: =?UTF-8?B?5oql5Lu3?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=outer\n\n--outer\nContent-Type: multipart/alternative; boundary=inner\n\n--inner\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nPrix=C2=A0: 12=E2=82=AC\n--inner\nContent-Type: text/html; charset=utf-8\n\n<p>Prix</p>\n--inner--\n--outer\nContent-Type: application/pdf; name=\"offer.pdf\"\nContent-Disposition: attachment; filename*=UTF-8''Angebot%20M%C3%A4rz.pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQK\n--outer\nContent-Type: image/png; name=logo.png\nContent-ID: <logo@x>\nContent-Disposition: inline; filename=logo.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--outer--\n",
    );
    assert_eq!((mail.subject.as_str(), mail.body.as_str()), ("报价", "Prix\u{a0}: 12€"));
    assert_eq!(mail.files, [("Angebot März.pdf".to_owned(), b"%PDF-1.4\n".to_vec())], "the logo only decorates");
}

#[test]
fn a_mail_that_is_only_markup_becomes_text_without_scripts() {
    let mail = read_text(
        "From: a@x.example\nSubject: Hi\nContent-Type: text/html; charset=utf-8\n\n<html><head><style>p{color:red}</style><script>alert('x')</script></head><body><h1>Price list</h1><p>One &amp; two<br>three</p><img src=x onerror=alert(1)></body></html>\n",
    );
    assert!(mail.body.contains("Price list") && mail.body.contains("One & two\nthree"), "{:?}", mail.body);
    for trace in ["alert", "color", "<p", "<img", "onerror"] {
        assert!(!mail.body.contains(trace), "{trace} in {:?}", mail.body);
    }
}

#[test]
fn old_and_eastern_letters_are_understood() {
    let head = |charset: &str, subject: &[u8]| {
        let mut bytes = b"From: a@x.example\r\nSubject: ".to_vec();
        bytes.extend_from_slice(subject);
        bytes.extend_from_slice(
            format!("\r\nContent-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n")
                .as_bytes(),
        );
        bytes
    };
    type Case = (&'static str, &'static [u8], &'static [u8], &'static str, &'static str);
    let cases: [Case; 3] = [
        ("iso-8859-1", b"=?ISO-8859-1?Q?R=E9ponse?=", b"D\xe9j\xe0 vu", "Réponse", "Déjà vu"),
        ("gb2312", b"=?GBK?B?sai82w==?=", b"\xb1\xa8\xbc\xdb\xb5\xa5", "报价", "报价单"),
        ("windows-1252", b"=?windows-1252?Q?=80_100?=", b"100 \x80", "€ 100", "100 €"),
    ];
    for (charset, subject, body, expected_subject, expected_body) in cases {
        let mut bytes = head(charset, subject);
        bytes.extend_from_slice(body);
        let mail = read(&bytes).expect(charset);
        assert_eq!((mail.subject.as_str(), mail.body.as_str()), (expected_subject, expected_body), "{charset}");
    }
}

#[test]
fn a_mail_within_a_mail_is_an_enclosure() {
    let mail = read_text(
        "From: a@x.example\nSubject: Fwd\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee below\n--b\nContent-Type: message/rfc822\n\nFrom: c@y.example\nSubject: Inner offer\n\nInner text\n--b--\n",
    );
    assert_eq!((mail.body.as_str(), mail.files.len()), ("See below", 1));
    assert_eq!(mail.files[0].0, "Inner offer.eml");
}

#[test]
fn what_is_no_mail_is_said_to_be_none_and_never_breaks_anything() {
    for text in
        ["", "hello", "\0\0\0", "PK\u{3}\u{4}", "Subject: alone\n\nbody", "<html><p>From: x</p></html>", "a,b,c\n1,2,3"]
    {
        assert_eq!(read(text.as_bytes()), None, "{text:?}");
    }
    // broken in the middle, yet somebody wrote it
    for text in [
        "From: a@x.example\nContent-Type: multipart/mixed; boundary=\"never closed\n\n--x",
        "From: a@x.example\nContent-Type: multipart/mixed\n\nno boundary",
        "From: a@x.example\nContent-Transfer-Encoding: base64\n\n!!!not base64!!!",
        "From: a@x.example\nDate: the day before yesterday\nSubject: =?utf-8?B?broken\n\nx",
        "From: <<<>>>\nTo: ,,,\nFrom: a@x.example\n\nx",
    ] {
        let _ = read(text.replace('\n', "\r\n").as_bytes());
    }
    let mail = read_text("From: a@x.example\nDate: the day before yesterday\nSubject: Hi\n\nStill readable\n");
    assert_eq!((mail.sent_at, mail.body.as_str()), (None, "Still readable"));
}

#[test]
fn a_text_longer_than_a_message_may_be_is_cut() {
    let mail = read_text(&format!("From: a@x.example\nSubject: Long\n\n{}\n", "é".repeat(BODY_LIMIT + 50)));
    assert_eq!(mail.body.chars().count(), BODY_LIMIT);
}

#[test]
fn a_document_shown_inside_the_text_is_kept_and_a_picture_there_is_not() {
    let mail = read_text(
        "From: a@x.example\nDate: Fri, 20 Nov 2026 09:15:00 +0000\nSubject: Offer\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee below\n--b\nContent-Type: application/pdf; name=offer.pdf\nContent-ID: <offer@x>\nContent-Disposition: inline; filename=offer.pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQK\n--b\nContent-Type: IMAGE/PNG; name=logo.png\nContent-ID: <logo@x>\nContent-Disposition: inline; filename=logo.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--b--\n",
    );
    assert_eq!(mail.files, [("offer.pdf".to_owned(), b"%PDF-1.4\n".to_vec())]);
}
