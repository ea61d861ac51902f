//! Titles composed of several columns: "{account} – {product}". An empty part takes its separator and its brackets with it,
//! so that a row without an account is called "GTX Pro" and not " – GTX Pro".

use super::{
    problem::{Checked, Code, Problem},
    words,
};
use satchel_domain::names::tidy;

/// A template whose columns were found in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    parts: Vec<Part>,
    /// What stands behind the last part.
    tail: String,
}

/// One column of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    /// What parts it from the one before; not shown in front of the first filled part.
    separator: String,
    /// Opening brackets and the like, shown only with the value.
    opening: String,
    column: usize,
    /// Closing brackets and the like, shown only with the value.
    closing: String,
}

impl Template {
    /// Reads a template; `{{` and `}}` are braces. Column names are found as written, else without regard to case.
    pub fn new(text: &str, headers: &[String]) -> Checked<Self> {
        let mut parts: Vec<Part> = Vec::new();
        let mut literal = String::new();
        let mut rest = text;
        while let Some(sign) = rest.chars().next() {
            if let Some(after) = rest.strip_prefix("{{").or_else(|| rest.strip_prefix("}}")) {
                literal.push(sign);
                rest = after;
            } else if sign == '{' {
                let (name, after) = rest[1..].split_once('}').ok_or_else(|| bad(text))?;
                let column = column_of(name, headers)?;
                let literal = std::mem::take(&mut literal);
                let part = part(&literal, column, parts.last_mut());
                parts.push(part);
                rest = after;
            } else if sign == '}' {
                return Err(bad(text));
            } else {
                literal.push(sign);
                rest = &rest[sign.len_utf8()..];
            }
        }
        let last = parts.last_mut().ok_or_else(|| bad(text))?;
        let (closing, tail) = split_closing(&literal);
        closing.clone_into(&mut last.closing);
        Ok(Self { tail: tail.to_owned(), parts })
    }

    /// The columns it is made of.
    pub fn columns(&self) -> impl Iterator<Item = usize> {
        self.parts.iter().map(|part| part.column)
    }

    /// The title of a row; empty if every part is.
    pub fn render<'a>(&self, cell: impl Fn(usize) -> &'a str) -> String {
        let mut title = String::new();
        for (part, first) in self.parts.iter().zip(std::iter::once(true).chain(std::iter::repeat(false))) {
            let value = tidy(cell(part.column));
            if value.is_empty() {
                continue;
            }
            if first || !title.is_empty() {
                title.push_str(&part.separator);
            }
            title.push_str(&part.opening);
            title.push_str(&value);
            title.push_str(&part.closing);
        }
        if !title.is_empty() {
            title.push_str(&self.tail);
        }
        tidy(&title)
    }
}

fn bad(text: &str) -> Problem {
    Problem::new(Code::BadTemplate).of_value(text)
}

fn column_of(name: &str, headers: &[String]) -> Checked<usize> {
    let exact = headers.iter().position(|header| header == name.trim());
    let loose = || headers.iter().position(|header| words::key(header) == words::key(name));
    exact.or_else(loose).ok_or_else(|| Problem::new(Code::ColumnMissing).in_column(name.trim()))
}

/// The text between two columns belongs to the one before as far as it closes something, to the one behind as far as it
/// opens something; the rest parts them.
fn part(literal: &str, column: usize, before: Option<&mut Part>) -> Part {
    let literal = match before {
        Some(before) => {
            let (closing, rest) = split_closing(literal);
            closing.clone_into(&mut before.closing);
            rest
        }
        None => literal,
    };
    let separator = literal.trim_end_matches(|c| "([{<«“„‘\"（「【《#".contains(c));
    let opening = &literal[separator.len()..];
    Part { separator: separator.to_owned(), opening: opening.to_owned(), column, closing: String::new() }
}

fn split_closing(literal: &str) -> (&str, &str) {
    let rest = literal.trim_start_matches(|c| ")]}>»”’\"）」】》".contains(c));
    literal.split_at(literal.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers() -> Vec<String> {
        ["account", "product", "City name"].map(str::to_owned).to_vec()
    }

    fn title(template: &str, cells: [&str; 3]) -> String {
        Template::new(template, &headers()).expect(template).render(|column| cells[column])
    }

    #[test]
    fn empty_parts_drop_their_separators_and_brackets() {
        let dash = "{account} – {product}";
        let long = "{account} ({city name}): {product}!";
        let cases = [
            (dash, ["Acme", "GTX Pro", ""], "Acme – GTX Pro"),
            (dash, ["", "GTX Pro", ""], "GTX Pro"),
            (dash, ["Acme", "", ""], "Acme"),
            (dash, ["", "", ""], ""),
            (dash, [" Acme  Corp ", "\n", ""], "Acme Corp"),
            (long, ["Acme", "GTX", "Rome"], "Acme (Rome): GTX!"),
            (long, ["Acme", "GTX", ""], "Acme: GTX!"),
            (long, ["", "", "Rome"], "(Rome)!"),
            (long, ["", "", ""], ""),
            ("Deal {product}", ["", "GTX", ""], "Deal GTX"),
            ("{{{product}}}", ["", "GTX", ""], "{GTX}"),
            ("{ Account }", ["Acme", "", ""], "Acme"),
            ("{account}/{product}/{City name}", ["Acme", "", "Rome"], "Acme/Rome"),
        ];
        for (template, cells, expected) in cases {
            assert_eq!(title(template, cells), expected, "{template} {cells:?}");
        }
    }

    #[test]
    fn broken_templates_and_unknown_columns_are_refused() {
        let code = |template: &str| Template::new(template, &headers()).expect_err(template).code;
        for template in ["", "no column", "{account", "account}", "{account} {"] {
            assert_eq!(code(template), Code::BadTemplate, "{template}");
        }
        let missing = Template::new("{whale}", &headers()).expect_err("unknown");
        assert_eq!((missing.code, missing.column.as_deref()), (Code::ColumnMissing, Some("whale")));
    }
}
