//! Files that a passphrase seals, and sealed ones that came in.

use super::gain::{FileImport, ImportError};
use super::send::OutgoingFile;
use crate::exchange::sealed_file::{self, ITERATIONS, SealFault, SealHeader, SealedFile};
use crate::platform::{self, CipherError, PickedFile, Seal};

/// Why a file was not sealed or not opened. Nothing on the device has changed.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SealError {
    /// The passphrase does not fit, or the browser cannot do it.
    #[error(transparent)]
    Cipher(#[from] CipherError),
    /// What was sealed is not what it should be.
    #[error(transparent)]
    Content(#[from] SealFault),
    /// What was sealed did not come out again as it went in.
    #[error("the sealed file failed its test")]
    Unproven,
}

/// A sealed file that came in and waits for its passphrase.
#[derive(Clone, PartialEq, Debug)]
pub struct LockedFile {
    /// The file's name.
    pub name: String,
    sealed: SealedFile,
}

impl LockedFile {
    /// Takes those that wait for a passphrase out of `imports`.
    pub fn take_from(imports: &mut Vec<FileImport>) -> Vec<Self> {
        let (locked, rest) = imports.drain(..).partition(|import| matches!(import.result, Err(ImportError::Locked(_))));
        *imports = rest;
        let locked: Vec<FileImport> = locked;
        let named = locked.into_iter().filter_map(|import| match import.result {
            Err(ImportError::Locked(sealed)) => Some(Self { name: import.file, sealed }),
            _ => None,
        });
        named.collect()
    }

    /// The file inside, to be taken in as if it had come by itself.
    ///
    /// # Errors
    /// [`SealError`]
    pub async fn open(&self, passphrase: &str) -> Result<PickedFile, SealError> {
        let bytes = opened(&self.sealed, passphrase).await?;
        Ok(PickedFile { name: self.name.clone(), size: bytes.len(), bytes: Some(bytes) })
    }
}

impl From<LockedFile> for FileImport {
    fn from(file: LockedFile) -> Self {
        Self { file: file.name, result: Err(ImportError::Locked(file.sealed)) }
    }
}

impl OutgoingFile {
    /// The file sealed with `passphrase`. It was read and opened once more before it is returned.
    ///
    /// # Errors
    /// [`SealError`]
    pub async fn sealed(self, passphrase: &str) -> Result<Self, SealError> {
        let (Some(salt), Some(nonce)) = (platform::secret_bytes(), platform::secret_bytes()) else {
            return Err(CipherError::Unsafe.into());
        };
        let header = SealHeader { iterations: ITERATIONS, salt, nonce };
        let additional = header.additional();
        let data = platform::seal(recipe(&header, &additional), passphrase, &sealed_file::packed(&self.text)).await?;
        let text = sealed_file::write(&SealedFile { header, data });
        let again = sealed_file::read(text.as_bytes())?;
        if opened(&again, passphrase).await? != self.text.as_bytes() {
            return Err(SealError::Unproven);
        }
        Ok(Self { text, ..self })
    }
}

async fn opened(file: &SealedFile, passphrase: &str) -> Result<Vec<u8>, SealError> {
    let additional = file.header.additional();
    let content = platform::unseal(recipe(&file.header, &additional), passphrase, &file.data).await?;
    Ok(sealed_file::unpacked(&content)?)
}

const fn recipe<'a>(header: &'a SealHeader, additional: &'a str) -> Seal<'a> {
    Seal { iterations: header.iterations, salt: &header.salt, nonce: &header.nonce, additional }
}
