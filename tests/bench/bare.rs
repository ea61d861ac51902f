//! A bare Tauri window with one dark box where Satchel shows its first card: what any window costs, for the bench.

use tauri::{WebviewUrl, WebviewWindowBuilder, http::Response};

const PAGE: &str = "<!doctype html><title>Bare</title><body><div style='position:fixed;left:90px;top:160px;width:240px;height:60px;background:#111'></div>";

fn main() {
    let run = tauri::Builder::default()
        .register_uri_scheme_protocol("bare", |_, _| {
            Response::builder().header("content-type", "text/html").body(PAGE.as_bytes().to_vec()).unwrap_or_default()
        })
        .setup(|app| {
            let page = "bare://localhost/".parse()?;
            WebviewWindowBuilder::new(app, "bare", WebviewUrl::CustomProtocol(page))
                .inner_size(1440.0, 900.0)
                .position(0.0, 0.0)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!());
    if let Err(error) = run {
        eprintln!("bare: {error}");
    }
}
