"""What hashlib gets from OpenSSL alone in CPython: keys made of passwords."""

import hashlib
from operator import index

__all__ = ['pbkdf2_hmac']

_INNER = bytes(byte ^ 0x36 for byte in range(256))
_OUTER = bytes(byte ^ 0x5C for byte in range(256))
_MAX_LONG = 2**63 - 1
_MAX_INT = 2**31 - 1


def _bytes_of(value):
    if isinstance(value, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return bytes(memoryview(value))


def _count(value, name):
    value = index(value)
    if not -_MAX_LONG <= value <= _MAX_LONG:
        raise OverflowError('Python int too large to convert to C long')
    if value < 1:
        raise ValueError(f'{name} must be greater than 0.')
    if value > _MAX_INT:
        raise OverflowError(f'{name} is too great.')
    return value


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function."""
    if not isinstance(hash_name, str):
        raise TypeError(f"pbkdf2_hmac() argument 'hash_name' must be str, not {type(hash_name).__name__}")
    password, salt = _bytes_of(password), _bytes_of(salt)
    plain = hashlib.new(hash_name)
    iterations = _count(iterations, 'iteration value')
    length = _count(plain.digest_size if dklen is None else dklen, 'key length')
    if len(password) > plain.block_size:
        password = hashlib.new(hash_name, password).digest()
    password = password.ljust(plain.block_size, b'\0')
    inner = hashlib.new(hash_name, password.translate(_INNER))
    outer = hashlib.new(hash_name, password.translate(_OUTER))

    def signature(message):
        first, second = inner.copy(), outer.copy()
        first.update(message)
        second.update(first.digest())
        return second.digest()

    key = b''
    block = 0
    while len(key) < length:
        block += 1
        part = signature(salt + block.to_bytes(4, 'big'))
        total = int.from_bytes(part, 'big')
        for _ in range(iterations - 1):
            part = signature(part)
            total ^= int.from_bytes(part, 'big')
        key += total.to_bytes(plain.digest_size, 'big')
    return key[:length]
