//! Routes of the harness: commands, events and the built interface, behind a token on the loopback address.
//! The window's own commands (file picker, opening links) are answered as a test asked beforehand.

use axum::{
    Json, Router,
    body::Body,
    extract::{DefaultBodyLimit, Path as UrlPath, Query, State},
    http::{HeaderMap, StatusCode, Uri, header},
    response::{IntoResponse, Response, Sse, sse},
    routing::{get, post},
};
use satchel_app::{App, commands, export};
use serde_json::{Value, json};
use std::{
    collections::{HashMap, VecDeque},
    convert::Infallible,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};
use tokio::sync::broadcast;
use tokio_stream::{Stream, StreamExt, wrappers::BroadcastStream};

/// What the routes share.
#[derive(Clone)]
pub struct Harness {
    app: App,
    token: String,
    ui: PathBuf,
    events: broadcast::Sender<String>,
    /// Answers the file picker will give, in order; none left = the person cancelled.
    picks: Arc<Mutex<VecDeque<String>>>,
    /// Links the interface asked to open.
    opened: Arc<Mutex<Vec<Value>>>,
}

impl Harness {
    /// Serves this core and this built interface.
    #[must_use]
    pub fn new(app: App, token: String, ui: PathBuf) -> Self {
        let (events, _) = broadcast::channel(1024);
        let sender = events.clone();
        app.subscribe(move |event| {
            if let Ok(text) = serde_json::to_string(event) {
                let _ = sender.send(text);
            }
        });
        Self { app, token, ui, events, picks: Arc::default(), opened: Arc::default() }
    }

    /// The routes.
    pub fn router(self) -> Router {
        Router::new()
            .route("/command/{name}", post(command))
            .route("/events", get(events))
            .route("/test/pick", post(pick))
            .route("/test/opened", get(opened))
            .fallback(get(file))
            .layer(DefaultBodyLimit::max(64 * 1024 * 1024))
            .with_state(self)
    }

    fn allows(&self, headers: &HeaderMap, query: &HashMap<String, String>) -> bool {
        headers.get("x-satchel-token").and_then(|value| value.to_str().ok()) == Some(&self.token)
            || query.get("token") == Some(&self.token)
    }
}

async fn command(
    State(harness): State<Harness>,
    UrlPath(name): UrlPath<String>,
    headers: HeaderMap,
    Query(query): Query<HashMap<String, String>>,
    Json(input): Json<Value>,
) -> Response {
    if !harness.allows(&headers, &query) {
        return StatusCode::FORBIDDEN.into_response();
    }
    if let Some(answer) = harness.window_command(&name, &input) {
        return Json(answer).into_response();
    }
    match commands::dispatch(&harness.app, &name, input).await {
        Ok(value) => Json(value).into_response(),
        Err(error) => (StatusCode::UNPROCESSABLE_ENTITY, Json(json!(error))).into_response(),
    }
}

impl Harness {
    /// Commands that belong to the window, not to the core.
    fn window_command(&self, name: &str, input: &Value) -> Option<Value> {
        match name {
            "pick_import_file" => Some(json!(self.picks.lock().unwrap_or_else(PoisonError::into_inner).pop_front())),
            "pick_files" => {
                let chosen = self.picks.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
                Some(json!(chosen.into_iter().collect::<Vec<_>>()))
            }
            "pick_export" => {
                let chosen = self.picks.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
                let format = serde_json::from_value(input["format"].clone()).ok();
                let permit = |(place, format): (String, _)| export::permit(&self.app, place.into(), format);
                Some(json!(chosen.zip(format).map(permit)))
            }
            "save_text" => {
                let chosen = self.picks.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
                let text = input["text"].as_str().unwrap_or_default();
                Some(json!(chosen.is_some_and(|path| export::write_text(&self.app, path.into(), "json", text).is_ok())))
            }
            "open_attachment" | "show_export" => {
                self.opened.lock().unwrap_or_else(PoisonError::into_inner).push(input.clone());
                Some(json!(true))
            }
            "open_external" => {
                self.opened.lock().unwrap_or_else(PoisonError::into_inner).push(input.clone());
                Some(Value::Null)
            }
            "set_theme" => Some(Value::Null),
            _ => None,
        }
    }
}

async fn pick(
    State(harness): State<Harness>,
    headers: HeaderMap,
    Query(query): Query<HashMap<String, String>>,
    Json(path): Json<String>,
) -> StatusCode {
    if !harness.allows(&headers, &query) {
        return StatusCode::FORBIDDEN;
    }
    harness.picks.lock().unwrap_or_else(PoisonError::into_inner).push_back(path);
    StatusCode::NO_CONTENT
}

async fn opened(
    State(harness): State<Harness>,
    headers: HeaderMap,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    if !harness.allows(&headers, &query) {
        return StatusCode::FORBIDDEN.into_response();
    }
    Json(harness.opened.lock().unwrap_or_else(PoisonError::into_inner).clone()).into_response()
}

async fn events(
    State(harness): State<Harness>,
    headers: HeaderMap,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    if !harness.allows(&headers, &query) {
        return StatusCode::FORBIDDEN.into_response();
    }
    Sse::new(stream(&harness)).keep_alive(sse::KeepAlive::default()).into_response()
}

fn stream(harness: &Harness) -> impl Stream<Item = Result<sse::Event, Infallible>> + use<> {
    BroadcastStream::new(harness.events.subscribe())
        .filter_map(|event| event.ok())
        .map(|event| Ok(sse::Event::default().data(event)))
}

async fn file(State(harness): State<Harness>, uri: Uri) -> Response {
    let path = uri.path().trim_start_matches('/');
    let path = if path.is_empty() { "index.html" } else { path };
    if Path::new(path).components().any(|part| !matches!(part, std::path::Component::Normal(_))) {
        return StatusCode::NOT_FOUND.into_response();
    }
    match std::fs::read(harness.ui.join(path)) {
        Ok(bytes) => (
            [
                (header::CONTENT_TYPE, content_type(path)),
                (header::CONTENT_SECURITY_POLICY, POLICY),
                (header::CACHE_CONTROL, "no-store"),
            ],
            Body::from(bytes),
        )
            .into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// As strict as the window's own policy, with the loopback door in place of Tauri's.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'none'; base-uri 'none'; form-action 'none'";

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
