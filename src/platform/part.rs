//! Code that is fetched when it is first needed.

/// A part of the app could not be fetched: no connection, or another build stands at its address by now.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("a part of the app could not be loaded")]
pub struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Declares `async fn $name() -> Result<$type, NotLoaded>`, which returns `$value`.
///
/// With the feature `split` the build takes `$value`, and all that only it and its like reach, out of the
/// app's wasm file and into that of the part called `$part`; the function fetches it once. Without the
/// feature everything is in one file. Its module must allow `unsafe_code`: the marks for the build expand to
/// declarations of what the other file exports.
macro_rules! part {
    ($(#[$doc:meta])* $name:ident in $part:ident: $type:ty = $value:expr) => {
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($part, fallible)]
        $(#[$doc])*
        fn $name() -> Result<$type, $crate::platform::NotLoaded> {
            Ok($value)
        }

        #[cfg(not(feature = "split"))]
        $(#[$doc])*
        #[allow(clippy::unused_async)]
        async fn $name() -> Result<$type, $crate::platform::NotLoaded> {
            Ok($value)
        }
    };
}

pub(crate) use part;
