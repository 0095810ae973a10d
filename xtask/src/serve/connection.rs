//! One connection: reads requests, writes responses, as much HTTP/1.1 as browsers need here.

use super::{
    Answered, Shared,
    files::{File, Found},
    lock,
};
use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::TcpStream,
    sync::Arc,
    time::Duration,
};

/// How long a silent connection is kept.
const IDLE: Duration = Duration::from_secs(60);
/// A longer head of a request ends the connection.
const MAX_HEAD: u64 = 64 * 1024;

struct Request {
    method: String,
    target: String,
    accepts_gzip: bool,
    known_tag: Option<String>,
    is_last: bool,
}

struct Answer {
    status: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

/// Answers requests until the other side, an error or a stop ends the connection.
pub(super) fn serve(stream: TcpStream, shared: &Arc<Shared>) {
    let _ = stream.set_read_timeout(Some(IDLE));
    let _ = stream.set_nodelay(true);
    let Ok(read_half) = stream.try_clone() else { return };
    let mut reader = BufReader::new(read_half);
    let mut writer = stream;
    while let Ok(Some(request)) = read(&mut reader) {
        let answer = answer(&request, shared);
        // Before the answer leaves, so that whoever has it finds it in the log.
        let code = answer.status.split(' ').next().and_then(|code| code.parse().ok());
        lock(&shared.log).push(Answered {
            target: request.target.clone(),
            status: code.unwrap_or_default(),
            bytes: answer.body.len(),
        });
        if write(&mut writer, &request, &answer).is_err() || request.is_last {
            return;
        }
    }
}

/// The next request; `None` at the end of the connection or for what is no request.
fn read(reader: &mut impl BufRead) -> io::Result<Option<Request>> {
    let mut head = reader.take(MAX_HEAD);
    let mut line = String::new();
    head.read_line(&mut line)?;
    let mut words = line.split_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else { return Ok(None) };
    let is_get = matches!(method, "GET" | "HEAD");
    let mut request = Request {
        method: method.to_owned(),
        target: target.to_owned(),
        accepts_gzip: false,
        known_tag: None,
        // The body of anything else is not read, so nothing after it can be.
        is_last: !is_get || words.next() != Some("HTTP/1.1"),
    };
    loop {
        let mut line = String::new();
        if head.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let Some((name, value)) = line.split_once(':') else { break };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "accept-encoding" => request.accepts_gzip = value.contains("gzip"),
            "if-none-match" => request.known_tag = Some(value.to_owned()),
            "connection" if value.eq_ignore_ascii_case("close") => request.is_last = true,
            _ => {}
        }
    }
    Ok(Some(request))
}

fn answer(request: &Request, shared: &Shared) -> Answer {
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        return text("405 Method Not Allowed", "Only files are served here.");
    }
    let (path, query) = match request.target.split_once('?') {
        Some((path, query)) => (path, format!("?{query}")),
        None => (request.target.as_str(), String::new()),
    };
    let Some(inside) = path.strip_prefix(&shared.prefix) else {
        if format!("{path}/") == shared.prefix {
            return redirect(format!("{path}/{query}"));
        }
        return text("404 Not Found", &format!("The site is at {}", shared.prefix));
    };
    let found = lock(&shared.files).find(inside);
    match found {
        Found::File(file) => send("200 OK", request, &file),
        Found::Folder => redirect(format!("{path}/{query}")),
        Found::Missing(Some(page)) => send("404 Not Found", request, &page),
        Found::Missing(None) => text("404 Not Found", "Not found"),
    }
}

fn send(status: &'static str, request: &Request, file: &File) -> Answer {
    let mut headers = vec![
        ("Cache-Control", "max-age=600".to_owned()),
        ("Content-Type", file.content_type.to_owned()),
        ("ETag", file.tag.clone()),
        ("Vary", "Accept-Encoding".to_owned()),
    ];
    if status.starts_with("200") && request.known_tag.as_ref() == Some(&file.tag) {
        return Answer { status: "304 Not Modified", headers, body: Vec::new() };
    }
    let packed = file.gzip.as_ref().filter(|_| request.accepts_gzip);
    if packed.is_some() {
        headers.push(("Content-Encoding", "gzip".to_owned()));
    }
    Answer { status, headers, body: packed.unwrap_or(&file.bytes).clone() }
}

fn redirect(address: String) -> Answer {
    // "//host" would lead elsewhere.
    let address = format!("/{}", address.trim_start_matches('/'));
    Answer { status: "301 Moved Permanently", headers: vec![("Location", address)], body: Vec::new() }
}

fn text(status: &'static str, body: &str) -> Answer {
    let headers = vec![("Content-Type", "text/plain; charset=utf-8".to_owned())];
    Answer { status, headers, body: body.as_bytes().to_vec() }
}

fn write(writer: &mut TcpStream, request: &Request, answer: &Answer) -> io::Result<()> {
    let mut head = format!("HTTP/1.1 {}\r\nServer: xtask\r\n", answer.status);
    for (name, value) in &answer.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    if !answer.status.starts_with("304") {
        head.push_str(&format!("Content-Length: {}\r\n", answer.body.len()));
    }
    if request.is_last {
        head.push_str("Connection: close\r\n");
    }
    head.push_str("\r\n");
    writer.write_all(head.as_bytes())?;
    if request.method != "HEAD" {
        writer.write_all(&answer.body)?;
    }
    writer.flush()
}
