//! From text to a tree. The tokens and the order of operators come from a library for SQL expressions; before it sees
//! them, everything is refused that is no formula: other signs are errors, and of the words of SQL only those that join
//! conditions keep their meaning, so that no query, cast or window can be written.

use super::{DEEPEST, Function, LONGEST, MOST_TOKENS, Part, Problem, What, Why};
use sqlparser::{
    ast::{self, BinaryOperator as Binary, Expr, Spanned, UnaryOperator as Unary},
    dialect::Dialect,
    keywords::Keyword,
    parser::{Parser, ParserError},
    tokenizer::{Location, Span, Token, TokenWithSpan, Tokenizer, Whitespace, Word},
};

/// Words as people write them, and fields in square brackets.
#[derive(Debug)]
struct Formulas;

impl Dialect for Formulas {
    fn is_identifier_start(&self, ch: char) -> bool {
        ch.is_alphabetic() || ch == '_'
    }

    fn is_identifier_part(&self, ch: char) -> bool {
        ch.is_alphanumeric() || ch == '_'
    }

    fn is_delimited_identifier_start(&self, ch: char) -> bool {
        ch == '['
    }
}

/// Words that stay what they are in SQL.
const KEPT: &[Keyword] = &[
    Keyword::AND,
    Keyword::OR,
    Keyword::NOT,
    Keyword::CASE,
    Keyword::WHEN,
    Keyword::THEN,
    Keyword::ELSE,
    Keyword::END,
    Keyword::BETWEEN,
    Keyword::IS,
    Keyword::NULL,
];

/// Reads a formula.
///
/// # Errors
/// What is wrong with it, and where.
pub fn read(text: &str) -> Result<Part, Problem> {
    let length = text.chars().count();
    if length > LONGEST {
        return Err(Problem { at: LONGEST, why: Why::TooLarge });
    }
    let places = Places { text, length };
    let tokens = tokens(&places)?;
    let mut parser = Parser::new(&Formulas).with_recursion_limit(2 * DEEPEST).with_tokens_with_locations(tokens);
    let failed = |error: &ParserError, at: usize| {
        let deep = matches!(error, ParserError::RecursionLimitExceeded);
        Problem { at, why: if deep { Why::TooLarge } else { Why::Syntax(places.near(at)) } }
    };
    let expression = match parser.parse_expr() {
        Ok(expression) => expression,
        // the parser stands behind what it could not use
        Err(error) => {
            let at = told(&error).map_or(length, |location| places.at(location));
            return Err(failed(&error, at));
        }
    };
    let next = parser.peek_token();
    if next.token != Token::EOF {
        let at = places.at(next.span.start);
        return Err(Problem { at, why: Why::Syntax(places.near(at)) });
    }
    places.part(&expression)
}

/// Where the library says something is wrong; its own words are for developers.
fn told(error: &ParserError) -> Option<Location> {
    let (ParserError::TokenizerError(words) | ParserError::ParserError(words)) = error else { return None };
    let (_, place) = words.rsplit_once("Line: ")?;
    let (line, column) = place.split_once(", Column: ")?;
    let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>().parse::<u64>().ok();
    Some(Location { line: digits(line)?, column: digits(column)? })
}

/// The tokens of a formula, stripped of what SQL would make of them.
fn tokens(places: &Places<'_>) -> Result<Vec<TokenWithSpan>, Problem> {
    let found = Tokenizer::new(&Formulas, places.text).tokenize_with_location().map_err(|error| {
        let at = places.at(error.location);
        Problem { at, why: Why::Syntax(places.near(at)) }
    })?;
    let mut kept: Vec<TokenWithSpan> = Vec::with_capacity(found.len());
    let (mut depth, mut count) = (0_usize, 0_usize);
    for token in found {
        let at = places.at(token.span.start);
        let refused = || Problem { at, why: Why::Syntax(places.near(at)) };
        let infix = kept.last().is_some_and(|before| ends_value(&before.token));
        let next = match token.token {
            // comments are no blanks here: what is written counts
            Token::Whitespace(Whitespace::Space | Whitespace::Newline | Whitespace::Tab) => continue,
            Token::DoubleQuotedString(text) | Token::SingleQuotedString(text) => {
                if text.contains(|c: char| c.is_control() && !matches!(c, '\n' | '\t')) {
                    return Err(refused());
                }
                Token::SingleQuotedString(text)
            }
            Token::DoubleEq => Token::Eq,
            Token::Number(digits, false) => Token::Number(digits, false),
            Token::Word(word) => Token::Word(plain_word(word, infix)),
            Token::LParen => {
                depth += 1;
                Token::LParen
            }
            Token::RParen => {
                depth = depth.saturating_sub(1);
                Token::RParen
            }
            same @ (Token::Plus
            | Token::Minus
            | Token::Mul
            | Token::Div
            | Token::Eq
            | Token::Neq
            | Token::Lt
            | Token::Gt
            | Token::LtEq
            | Token::GtEq
            | Token::Comma
            | Token::Ampersand
            | Token::StringConcat) => same,
            Token::EOF => break,
            _ => return Err(refused()),
        };
        count += 1;
        if depth > DEEPEST || count > MOST_TOKENS {
            return Err(Problem { at, why: Why::TooLarge });
        }
        kept.push(TokenWithSpan { token: next, span: token.span });
    }
    Ok(kept)
}

fn not(yes: bool, part: Part) -> Part {
    if yes { Part { at: part.at, what: What::Call(Function::Not, vec![part]) } } else { part }
}

/// Whether a value is complete with this token, so that a sign between values may follow.
fn ends_value(token: &Token) -> bool {
    match token {
        Token::Number(..) | Token::SingleQuotedString(_) | Token::RParen => true,
        Token::Word(word) => matches!(word.keyword, Keyword::NoKeyword | Keyword::END | Keyword::NULL),
        _ => false,
    }
}

/// A word without its meaning in SQL, unless it joins conditions. Where a value is due, AND and OR are functions.
fn plain_word(mut word: Word, infix: bool) -> Word {
    let joins = matches!(word.keyword, Keyword::AND | Keyword::OR);
    if word.quote_style.is_some() || !KEPT.contains(&word.keyword) || (joins && !infix) {
        word.keyword = Keyword::NoKeyword;
    }
    word
}

/// Places of the text: the library counts lines and columns from 1, people are shown characters from 0.
struct Places<'a> {
    text: &'a str,
    length: usize,
}

impl Places<'_> {
    fn at(&self, location: Location) -> usize {
        if location.line == 0 {
            return self.length;
        }
        let line = usize::try_from(location.line).unwrap_or(usize::MAX) - 1;
        let column = usize::try_from(location.column).unwrap_or(1).saturating_sub(1);
        let before: usize = self.text.split('\n').take(line).map(|line| line.chars().count() + 1).sum();
        (before + column).min(self.length)
    }

    fn of(&self, span: Span) -> usize {
        self.at(span.start)
    }

    /// A little of the text from there.
    fn near(&self, at: usize) -> String {
        self.text.chars().skip(at).take(20).collect::<String>().trim().to_owned()
    }

    fn refused(&self, expression: &Expr) -> Problem {
        let at = self.of(expression.span());
        Problem { at, why: Why::Syntax(self.near(at)) }
    }

    fn parts(&self, expressions: &[&Expr]) -> Result<Vec<Part>, Problem> {
        expressions.iter().map(|one| self.part(one)).collect()
    }

    fn call(&self, at: usize, function: Function, expressions: &[&Expr]) -> Result<Part, Problem> {
        Ok(Part { at, what: What::Call(function, self.parts(expressions)?) })
    }

    fn part(&self, expression: &Expr) -> Result<Part, Problem> {
        let at = self.of(expression.span());
        match expression {
            Expr::Nested(inner) => self.part(inner),
            Expr::UnaryOp { op: Unary::Plus, expr } => self.part(expr),
            Expr::UnaryOp { op: Unary::Minus, expr } => self.negative(at, expr),
            Expr::UnaryOp { op: Unary::Not, expr } => self.call(at, Function::Not, &[expr]),
            Expr::IsNull(inner) => self.call(at, Function::Empty, &[inner]),
            Expr::IsNotNull(inner) => Ok(not(true, self.call(at, Function::Empty, &[inner])?)),
            Expr::BinaryOp { left, op, right } => {
                let function = sign(op).ok_or_else(|| Problem { at, why: Why::Syntax(op.to_string()) })?;
                self.call(at, function, &[left, right])
            }
            Expr::Between { expr, negated, low, high } => {
                let both =
                    vec![self.call(at, Function::Ge, &[expr, low])?, self.call(at, Function::Le, &[expr, high])?];
                Ok(not(*negated, Part { at, what: What::Call(Function::And, both) }))
            }
            Expr::Case { operand: None, conditions, else_result, .. } => {
                self.cases(at, conditions, else_result.as_deref())
            }
            Expr::Value(value) => Ok(Part { at, what: self.literal(&value.value, at)? }),
            Expr::Identifier(word) => Ok(Part { at, what: Self::word(word, at)? }),
            Expr::Function(function) => self.function(function, at),
            other => Err(self.refused(other)),
        }
    }

    fn negative(&self, at: usize, expression: &Expr) -> Result<Part, Problem> {
        let part = self.part(expression)?;
        Ok(match part.what {
            What::Number(number) => Part { at, what: What::Number(-number) },
            _ => Part { at, what: What::Call(Function::Neg, vec![part]) },
        })
    }

    fn cases(&self, at: usize, arms: &[ast::CaseWhen], otherwise: Option<&Expr>) -> Result<Part, Problem> {
        let mut last = otherwise.map(|other| self.part(other)).transpose()?;
        for arm in arms.iter().rev() {
            let mut parts = self.parts(&[&arm.condition, &arm.result])?;
            parts.extend(last.take());
            last = Some(Part { at, what: What::Call(Function::If, parts) });
        }
        last.ok_or_else(|| Problem { at, why: Why::Syntax(self.near(at)) })
    }

    fn literal(&self, value: &ast::Value, at: usize) -> Result<What, Problem> {
        match value {
            ast::Value::Number(digits, false) => match digits.parse::<f64>() {
                Ok(number) if number.is_finite() => Ok(What::Number(number)),
                _ => Err(Problem { at, why: Why::Syntax(digits.clone()) }),
            },
            ast::Value::SingleQuotedString(text) => Ok(What::Text(text.clone())),
            _ => Err(Problem { at, why: Why::Syntax(self.near(at)) }),
        }
    }

    fn word(word: &ast::Ident, at: usize) -> Result<What, Problem> {
        if word.quote_style.is_some() {
            return Ok(What::Field(word.value.trim().to_owned()));
        }
        match word.value.to_ascii_lowercase().as_str() {
            "true" => Ok(What::Yes(true)),
            "false" => Ok(What::Yes(false)),
            _ => Err(Problem { at, why: Why::Word(word.value.clone()) }),
        }
    }

    fn function(&self, function: &ast::Function, at: usize) -> Result<Part, Problem> {
        let name = function.name.to_string();
        let known = Function::named(&name).ok_or(Problem { at, why: Why::Function(name) })?;
        let ast::FunctionArguments::List(list) = &function.args else {
            return Err(Problem { at, why: Why::Arguments(known) });
        };
        let mut expressions = Vec::with_capacity(list.args.len());
        for argument in &list.args {
            match argument {
                ast::FunctionArg::Unnamed(ast::FunctionArgExpr::Expr(expression)) => expressions.push(expression),
                _ => return Err(Problem { at, why: Why::Arguments(known) }),
            }
        }
        let (least, most) = known.arity();
        if !(least..=most).contains(&expressions.len()) {
            return Err(Problem { at, why: Why::Arguments(known) });
        }
        self.call(at, known, &expressions)
    }
}

const fn sign(op: &Binary) -> Option<Function> {
    Some(match op {
        Binary::Plus => Function::Add,
        Binary::Minus => Function::Sub,
        Binary::Multiply => Function::Mul,
        Binary::Divide => Function::Div,
        Binary::Eq => Function::Eq,
        Binary::NotEq => Function::Ne,
        Binary::Lt => Function::Lt,
        Binary::LtEq => Function::Le,
        Binary::Gt => Function::Gt,
        Binary::GtEq => Function::Ge,
        Binary::And => Function::And,
        Binary::Or => Function::Or,
        Binary::StringConcat | Binary::BitwiseAnd => Function::Concat,
        _ => return None,
    })
}
