"""Opens a sealed circle file: pip install cryptography; python3 open_sealed.py FILE > circle.json"""
import base64, getpass, hashlib, json, sys, unicodedata, zlib
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

file = json.load(open(sys.argv[1], encoding="utf-8-sig"))
salt, nonce, data = (base64.b64decode(file[name]) for name in ("salt", "nonce", "data"))
header = " ".join(str(file[n]) for n in "format version content kdf iterations salt cipher nonce".split()).encode()
passphrase = unicodedata.normalize("NFC", getpass.getpass("Passphrase: ")).encode()
key = hashlib.pbkdf2_hmac("sha256", passphrase, salt, file["iterations"])
sys.stdout.buffer.write(zlib.decompress(AESGCM(key).decrypt(nonce, data, header), -15))
