use super::*;
use std::{
    fs,
    io::{Read, Write},
};

fn site(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("xtask-serve-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("site/goals")).unwrap();
    fs::write(folder.join("secret.txt"), "secret").unwrap();
    fs::write(folder.join("site/index.html"), "start ".repeat(50)).unwrap();
    fs::write(folder.join("site/goals/index.html"), "goals").unwrap();
    fs::write(folder.join("site/404.html"), "lost").unwrap();
    fs::write(folder.join("site/app.wasm"), [0, 97, 115, 109]).unwrap();
    folder.join("site")
}

fn start(root: PathBuf, port: u16) -> Serve {
    let prefix = "/some/path/".to_owned();
    Serve::start(ServeOptions { root, prefix, port, gzip: true }).unwrap()
}

fn ask(stream: &mut TcpStream, target: &str, headers: &str) -> (String, Vec<u8>) {
    write!(stream, "GET {target} HTTP/1.1\r\nHost: x\r\n{headers}\r\n").unwrap();
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte).unwrap();
        head.push(byte[0]);
    }
    let head = String::from_utf8(head).unwrap();
    let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: "));
    let mut body = vec![0; length.map_or(0, |length| length.parse().unwrap())];
    stream.read_exact(&mut body).unwrap();
    (head, body)
}

#[test]
fn addresses_answer_like_a_dumb_host() {
    let host = start(site("addresses"), 0);
    let mut stream = TcpStream::connect(("127.0.0.1", host.port())).unwrap();
    let mut check = |target: &str, status: &str, part: &str| {
        let (head, body) = ask(&mut stream, target, "");
        assert!(head.starts_with(&format!("HTTP/1.1 {status}")), "{target}: {head}");
        let whole = format!("{head}{}", String::from_utf8_lossy(&body));
        assert!(whole.contains(part), "{target}: {whole}");
    };
    check("/some/path/", "200", "start");
    check("/some/path/?x=1", "200", "text/html; charset=utf-8");
    check("/some/path/index.html", "200", "start");
    check("/some/path/goals/", "200", "goals");
    check("/some/path/goals?id=7", "301", "Location: /some/path/goals/?id=7\r\n");
    check("/some/path", "301", "Location: /some/path/\r\n");
    check("/some/path/app.wasm", "200", "Content-Type: application/wasm");
    check("/some/path/app.wasm", "200", "Cache-Control: max-age=600");
    check("/some/path/nothing", "404", "lost");
    check("/some/path/app.wasm/", "404", "lost");
    check("/elsewhere", "404", "/some/path/");
    check("/some/path/../secret.txt", "404", "Not found");
    check("/some/path/%2e%2e/secret.txt", "404", "Not found");
    check("/some/path/..%2fsecret.txt", "404", "Not found");
    check("/some/path/%", "404", "Not found");
    assert_eq!(host.take_log().len(), 15);
}

#[test]
fn text_is_packed_and_revalidated() {
    let root = site("packed");
    let host = start(root.clone(), 0);
    let mut stream = TcpStream::connect(("127.0.0.1", host.port())).unwrap();
    let (head, body) = ask(&mut stream, "/some/path/", "Accept-Encoding: gzip, br\r\n");
    assert!(head.contains("Content-Encoding: gzip"), "{head}");
    let mut text = String::new();
    flate2::read::GzDecoder::new(&body[..]).read_to_string(&mut text).unwrap();
    assert_eq!(text, "start ".repeat(50));

    let tag = head.lines().find_map(|line| line.strip_prefix("ETag: ")).unwrap();
    let condition = format!("If-None-Match: {tag}\r\n");
    assert!(ask(&mut stream, "/some/path/", &condition).0.starts_with("HTTP/1.1 304"));
    let newer = root.join("../newer");
    fs::create_dir_all(&newer).unwrap();
    fs::write(newer.join("index.html"), "newer").unwrap();
    host.set_root(newer);
    let (head, body) = ask(&mut stream, "/some/path/", &condition);
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert_eq!(body, b"newer");
}

#[test]
fn other_methods_are_refused() {
    let host = start(site("methods"), 0);
    let mut stream = TcpStream::connect(("127.0.0.1", host.port())).unwrap();
    stream.write_all(b"POST /some/path/ HTTP/1.1\r\nContent-Length: 1\r\n\r\nx").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 405"), "{answer}");
}

#[test]
fn a_stopped_host_refuses_and_can_return() {
    let root = site("stop");
    let mut host = start(root.clone(), 0);
    let port = host.port();
    let mut kept = TcpStream::connect(("127.0.0.1", port)).unwrap();
    assert!(ask(&mut kept, "/some/path/", "").0.starts_with("HTTP/1.1 200"));
    host.stop();
    host.stop();
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
    assert_eq!(kept.read(&mut [0]).unwrap_or(0), 0, "the kept connection is cut");

    let host = start(root, port);
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    assert!(ask(&mut stream, "/some/path/", "").0.starts_with("HTTP/1.1 200"));
    assert_eq!(host.url(), format!("http://127.0.0.1:{port}/some/path/"));
}
