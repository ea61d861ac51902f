//! `satchel-harness --dir DIR [--ui DIR] [--sample LOCALE]`: prints one line `READY url` and serves until told to stop.

use satchel_app::{App, OpenOptions, commands, dto};
use satchel_harness::Harness;
use std::{path::PathBuf, process::ExitCode};

#[tokio::main]
async fn main() -> ExitCode {
    match serve().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("satchel-harness: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve() -> Result<(), Box<dyn std::error::Error>> {
    let (mut dir, mut ui, mut sample) = (None, PathBuf::from("ui/dist"), None);
    let mut arguments = std::env::args().skip(1);
    while let Some(flag) = arguments.next() {
        let value = arguments.next().ok_or("each flag needs a value")?;
        match flag.as_str() {
            "--dir" => dir = Some(PathBuf::from(value)),
            "--ui" => ui = PathBuf::from(value),
            "--sample" => sample = Some(value),
            _ => return Err(format!("unknown flag {flag}").into()),
        }
    }
    let app = App::open(OpenOptions::new(dir.ok_or("--dir is needed")?))?;
    if let Some(locale) = sample {
        commands::load_sample(&app, dto::SampleInput { locale }).await?;
    }
    satchel_app::trash::tidy(&app).await?;
    let token = uuid::Uuid::new_v4().simple().to_string();
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
    println!("READY http://{}/?token={token}", listener.local_addr()?);
    let routes = Harness::new(app.clone(), token, ui).router();
    tokio::select! {
        served = axum::serve(listener, routes) => served?,
        _ = stop() => {}
    }
    // closing waits for the writer, which may not block the runtime's own threads
    tokio::task::spawn_blocking(move || app.close()).await?;
    Ok(())
}

/// Ctrl+C, or the end of standard input where a test said it holds the other end.
async fn stop() {
    if std::env::var_os("SATCHEL_HARNESS_STDIN").is_none() {
        let _ = tokio::signal::ctrl_c().await;
        return;
    }
    let (closed, ended) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        let mut line = String::new();
        while std::io::stdin().read_line(&mut line).is_ok_and(|read| read > 0) {}
        let _ = closed.send(());
    });
    tokio::select! { _ = tokio::signal::ctrl_c() => {}, _ = ended => {} }
}
