"""hashlib, hmac, zlib, gzip, base64, binascii, quopri: digests and encodings of bytes."""
import base64
import binascii
import gzip
import hashlib
import hmac
import io
import quopri
import zlib

message = b"The quick brown fox jumps over the lazy dog"
for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"):
    h = hashlib.new(name, message)
    print(name, h.digest_size, h.block_size, h.hexdigest()[:48], getattr(hashlib, name)().hexdigest()[:16])
print(hashlib.shake_128(b"x").hexdigest(20), hashlib.shake_256(b"x").digest(5), hashlib.blake2b(b"m", digest_size=8, key=b"k", salt=b"s", person=b"p").hexdigest(), hashlib.blake2s(b"", digest_size=4).hexdigest())
h = hashlib.sha256()
for chunk in (b"The quick ", bytearray(b"brown fox"), memoryview(b" jumps over the lazy dog")):
    h.update(chunk)
copy = h.copy()
copy.update(b".")
print(h.digest() == hashlib.sha256(message).digest(), copy.hexdigest()[:20], h.name, sorted(hashlib.algorithms_guaranteed)[:4], hashlib.file_digest(io.BytesIO(message), "md5").hexdigest())
print(hmac.new(b"key", message, "sha256").hexdigest(), hmac.digest(b"k", b"m", "md5").hex(), hmac.compare_digest("abc", "abc"), hmac.compare_digest(b"a", b"b"))
mac = hmac.new(b"key" * 50, digestmod=hashlib.sha512)
mac.update(message)
print(mac.hexdigest()[:32], mac.name, mac.digest_size, mac.copy().digest() == mac.digest())
for attempt in [lambda: hashlib.new("md17"), lambda: hashlib.sha256("text"), lambda: hmac.new(b"k", b"m"), lambda: hmac.new("k", b"m", "md5"), lambda: hashlib.blake2b(digest_size=65), lambda: hashlib.shake_128(b"").hexdigest(), lambda: hmac.compare_digest("é", "a"), lambda: hmac.compare_digest(b"a", "a")]:
    try:
        print("fine", attempt())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, "-", error)

# -- compression -----------------------------------------------------------------------------------------------

data = message * 50
for level in (0, 1, 6, 9):
    assert zlib.decompress(zlib.compress(data, level)) == data
    print(level, len(zlib.compress(data, level)) < len(data) or level == 0, end=" ")
print(zlib.crc32(message), zlib.adler32(message), zlib.crc32(b"dog", zlib.crc32(b"lazy ")) == zlib.crc32(b"lazy dog"), zlib.compress(b"", 9))
engine = zlib.compressobj(9, wbits=-15)
raw = b"".join(engine.compress(data[i : i + 100]) for i in range(0, len(data), 100)) + engine.flush()
d = zlib.decompressobj(-15)
parts = []
for i in range(0, len(raw), 7):
    parts.append(d.decompress(raw[i : i + 7]))
print(b"".join(parts) + d.flush() == data, d.eof, d.unused_data, d.unconsumed_tail)
d = zlib.decompressobj()
print(d.decompress(zlib.compress(data) + b"tail", 10), d.decompress(d.unconsumed_tail, 5), len(d.flush()), d.unused_data, d.eof)
with_dictionary = zlib.compressobj(zdict=b"quick brown fox")
packed = with_dictionary.compress(message) + with_dictionary.flush()
print(zlib.decompressobj(zdict=b"quick brown fox").decompress(packed) == message)
for attempt in [lambda: zlib.decompress(b"junk"), lambda: zlib.decompress(zlib.compress(data)[:-5]), lambda: zlib.decompress(packed), lambda: zlib.compress("text"), lambda: zlib.compress(b"", 99), lambda: gzip.decompress(b"not gzip"), lambda: gzip.decompress(gzip.compress(data)[:20]), lambda: zlib.decompressobj(99), lambda: gzip.decompress(gzip.compress(b"abc")[:-8] + bytes(8))]:
    try:
        print("fine", attempt())
    except (zlib.error, TypeError, ValueError, EOFError, gzip.BadGzipFile) as error:
        print(type(error).__name__, "-", error)
buffer = io.BytesIO()
with gzip.GzipFile(fileobj=buffer, mode="wb", filename="inside.txt", mtime=0) as f:
    print(f.write(b"line one\nline two\n"), f.name)
    f.write(b"last")
buffer.seek(0)
with gzip.open(buffer, "rt", encoding="ascii") as f:
    print(f.readlines())
buffer.seek(0)
with gzip.GzipFile(fileobj=buffer) as f:
    print(f.read(4), f.seek(9), f.readline(), f.tell(), f.peek(2)[:2], f.mtime, f.readable(), f.writable())
print(gzip.decompress(gzip.compress(b"a") + gzip.compress(b"b")), gzip.compress(b"x", mtime=0)[:10])

# -- text encodings --------------------------------------------------------------------------------------------

binary = bytes(range(0, 256, 17)) + b"\xfb\xff\xfe"
for name in ("b64", "urlsafe_b64", "b32", "b32hex", "b16", "b85", "a85", "z85"):
    encode, decode = getattr(base64, name + "encode"), getattr(base64, name + "decode")
    source = binary[:16] if name == "z85" else binary
    print(name, encode(source), decode(encode(source)) == source)
print(base64.b64encode(b"<<??>>", altchars=b"-_"), base64.b64decode("aGk="), base64.b64decode("a G k="), base64.encodebytes(b"x" * 60), base64.a85encode(b"\0\0\0\0hi", adobe=True, foldspaces=True, wrapcol=6), base64.a85decode(b"<~z87cURD]~>", adobe=True), base64.b32decode("mzxw6===", casefold=True), base64.b85encode(b"pad", pad=True))
print(binascii.hexlify(b"\x01\xab\xff", "-"), binascii.unhexlify("01abFF"), binascii.b2a_base64(b"hi", newline=False), binascii.a2b_base64(b"aGk=\n"), binascii.crc32(b"abc"), binascii.crc_hqx(b"abc", 0), binascii.b2a_uu(b"uu encode"), binascii.a2b_uu(b"#86)C\n"), b"\x00\x10".hex(":"), binascii.b2a_qp(b"a=b \xe9", quotetabs=True))
print(quopri.encodestring("Grüße = ok \t\nx".encode()), quopri.decodestring(b"Gr=C3=BC=C3=9Fe =\nsoft"), quopri.encodestring(b"a" * 80), quopri.encodestring(b"under_score space", header=True))
for attempt in [lambda: base64.b64decode(b"abc"), lambda: base64.b64decode(b"ab!c", validate=True), lambda: base64.b32decode("a"), lambda: base64.b16decode("0g"), lambda: base64.b85decode(b"~~~~~~"), lambda: base64.a85decode(b"v"), lambda: binascii.unhexlify("abc"), lambda: binascii.unhexlify("zz"), lambda: base64.b64encode("text"), lambda: bytes.fromhex("1 2"), lambda: binascii.a2b_base64(b"a", strict_mode=True), lambda: base64.b64decode("é"), lambda: binascii.a2b_uu(b"\xff")]:
    try:
        print("fine", attempt())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, "-", error)
