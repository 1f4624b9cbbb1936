# Hash objects of _md5, _sha1, _sha2, _sha3 and _blake2, and hashlib and hmac on top of them.
import _blake2
import _md5
import _sha1
import _sha2
import _sha3
import hashlib
import hmac

CONSTRUCTORS = [
    _md5.md5, _sha1.sha1, _sha2.sha224, _sha2.sha256, _sha2.sha384, _sha2.sha512,
    _sha3.sha3_224, _sha3.sha3_256, _sha3.sha3_384, _sha3.sha3_512, _blake2.blake2b, _blake2.blake2s,
]


def raises(expected, function, *args, **keywords):
    try:
        function(*args, **keywords)
    except expected as error:
        return str(error)
    assert False, 'nothing was raised'


def test_digests():
    assert hashlib.md5(b'abc').hexdigest() == '900150983cd24fb0d6963f7d28e17f72'
    assert hashlib.sha1(b'abc').hexdigest() == 'a9993e364706816aba3e25717850c26c9cd0d89d'
    assert hashlib.sha224(b'abc').hexdigest() == '23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7'
    assert hashlib.sha256(b'abc').hexdigest() == 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    assert _sha2.sha384(b'').hexdigest()[:32] == '38b060a751ac96384cd9327eb1b1e36a'
    assert _sha2.sha512(b'').hexdigest()[:32] == 'cf83e1357eefb8bdf1542850d66d8007'
    assert _sha3.sha3_256(b'').hexdigest() == 'a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a'
    assert _sha3.shake_128(b'x').hexdigest(4) == 'e472c5e3'


def test_pieces_and_copies():
    for make in CONSTRUCTORS:
        data = bytes(range(256)) * 3
        whole = make(data)
        for cut in (0, 1, 63, 64, 65, 127, 128, 129, 135, 136, 144, 500):
            pieces = make(data[:cut])
            pieces.digest()
            copy = pieces.copy()
            pieces.update(data[cut:])
            assert pieces.digest() == whole.digest()
            assert copy.digest() == make(data[:cut]).digest()
            assert type(copy) is type(pieces)
        assert whole.hexdigest() == whole.digest().hex() and len(whole.digest()) == whole.digest_size


def test_attributes():
    sizes = [(h.name, h.digest_size, h.block_size) for h in (make() for make in CONSTRUCTORS)]
    assert sizes == [
        ('md5', 16, 64), ('sha1', 20, 64), ('sha224', 28, 64), ('sha256', 32, 64), ('sha384', 48, 128), ('sha512', 64, 128),
        ('sha3_224', 28, 144), ('sha3_256', 32, 136), ('sha3_384', 48, 104), ('sha3_512', 64, 72), ('blake2b', 64, 128), ('blake2s', 32, 64),
    ]
    shake = _sha3.shake_256()
    assert (shake.name, shake.digest_size, shake.block_size, shake._suffix) == ('shake_256', 0, 136, b'\x1f')
    assert _sha3.sha3_256()._capacity_bits == 512 and _sha3.sha3_256()._rate_bits == 1088


def test_errors():
    for make in CONSTRUCTORS:
        hash = make(usedforsecurity=False)
        assert raises(TypeError, make, 'x') == raises(TypeError, hash.update, 'x') == 'Strings must be encoded before hashing'
        assert raises(TypeError, make, None) == raises(TypeError, hash.update, 1) == 'object supporting the buffer API required'
        assert raises(TypeError, make, b'x', string=b'').startswith("'data' and 'string' are mutually exclusive")
        assert make(string=b'x').digest() == make(data=b'x').digest()
    assert raises(TypeError, type(_md5.md5())) == "cannot create '_md5.md5' instances"
    shake = _sha3.shake_128()
    assert raises(ValueError, shake.digest, -1) == 'Cannot convert negative int'
    assert raises(ValueError, shake.digest, 1 << 29) == 'length is too large'
    assert shake.hexdigest(0) == ''


def test_blake2_parameters():
    tree = dict(fanout=2, depth=2, leaf_size=3, node_offset=5, node_depth=1, inner_size=32, last_node=True, key=b'k', salt=b's', person=b'p', digest_size=20)
    assert _blake2.blake2b(b'data', **tree).hexdigest() == '397fd7859a03149981009c98219519baf21c1adc'
    assert _blake2.blake2s(b'data', **tree).hexdigest() == 'e092833df005fbb1f2df0f937440f96397883751'
    assert _blake2.blake2s(b'data', last_node=True).hexdigest() == 'fd19af42888061a23b574f5292ce39f80e8f4927fda33f95c5421f421eae1dee'
    make = _blake2.blake2b
    assert raises(ValueError, make, digest_size=65) == 'digest_size for Blake2b must be between 1 and 64 bytes, here it is 65'
    assert raises(ValueError, make, key=b'k' * 65) == 'maximum key length is 64 bytes'
    assert raises(ValueError, make, salt=b's' * 17) == 'maximum salt length is 16 bytes'
    assert raises(ValueError, make, fanout=256) == 'fanout must be between 0 and 255'
    assert raises(ValueError, make, depth=0) == 'depth must be between 1 and 255'
    assert raises(OverflowError, make, leaf_size=1 << 32) == 'leaf_size is too large'
    assert raises(OverflowError, _blake2.blake2s, node_offset=1 << 48) == 'node_offset is too large'
    assert raises(ValueError, make, inner_size=65) == 'inner_size must be between 0 and is 64'
    assert make.MAX_KEY_SIZE == 64 and _blake2.blake2s.SALT_SIZE == 8


def test_hashlib_and_hmac():
    assert hashlib.new('sha256', b'abc').digest() == hashlib.sha256(b'abc').digest()
    assert hmac.new(b'key', b'message', 'sha256').hexdigest() == '6e9ef29b75fffc5b7abae527d58fdadb2fe42e7219011976917343065f58ed4a'
    assert hmac.digest(b'key' * 50, b'message', 'md5').hex() == hmac.new(b'key' * 50, b'message', 'md5').hexdigest()
