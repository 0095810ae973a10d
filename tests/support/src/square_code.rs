//! Reading a square code off the path that draws it, by an independent reader.

use rqrr::PreparedImage;

/// Pixels of a module, as on a screen.
const PIXELS: usize = 3;

/// The text in the code that `path` draws in a square of `side` × `side` units, as browsers draw it: `M4 4h7v1h-7z…`.
pub fn read_square_code(path: &str, side: usize) -> Option<String> {
    let mut dark = vec![false; side * side];
    for run in path.split('M').filter(|run| !run.is_empty()) {
        let (at, rest) = run.split_once('h')?;
        let (x, y) = at.split_once(' ')?;
        let (x, y): (usize, usize) = (x.parse().ok()?, y.parse().ok()?);
        let length: usize = rest.split_once('v')?.0.parse().ok()?;
        dark.get_mut(y * side + x..)?.get_mut(..length)?.fill(true);
    }
    let shade = |x: usize, y: usize| if dark[y / PIXELS * side + x / PIXELS] { 0 } else { 255 };
    let mut picture = PreparedImage::prepare_from_greyscale(side * PIXELS, side * PIXELS, shade);
    let [grid] = picture.detect_grids().try_into().ok()?;
    grid.decode().ok().map(|(_, text)| text)
}
