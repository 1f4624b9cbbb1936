"""hashlib.pbkdf2_hmac: keys made of passwords."""
import hashlib


def show(*args, **keywords):
    try:
        print(hashlib.pbkdf2_hmac(*args, **keywords).hex())
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)


# RFC 6070.
show('sha1', b'password', b'salt', 1)
show('sha1', b'password', b'salt', 2)
show('sha1', b'passwordPASSWORDpassword', b'saltSALTsaltSALTsaltSALTsaltSALTsalt', 40, 25)
show('sha1', b'pass\0word', b'sa\0lt', 9, 16)
show('SHA512', b'p', b's', 3, dklen=150)
show('md5', bytearray(b'p'), memoryview(b's'), 50)
show('sha3_256', b'', b'', 1)
show('blake2b', b'p', b's', 1)
show(hash_name='sha256', password=b'x' * 200, salt=b'y', iterations=5, dklen=5)
for wrong in [(5, b'p', b's', 1), ('sha1', 'p', b's', 1), ('sha1', b'p', 's', 1), ('sha1', b'p', b's', 0), ('sha1', b'p', b's', -1), ('sha1', b'p', b's', 'x'), ('sha1', b'p', b's', 1.5),
              ('sha1', b'p', b's', 1, 0), ('sha1', b'p', b's', 1, -5), ('sha1', b'p', b's', 1, 'x'), ('sha1', b'p', b's', 2**70), ('sha1', b'p', b's', 2**40), ('sha1', b'p', b's', 1, 2**40),
              ('shake_128', b'p', b's', 1)]:
    show(*wrong)
print('pbkdf2_hmac' in hashlib.__all__)
