"""Generic interface to the databases of the dbm family.

    import dbm
    database = dbm.open(file, 'w', 0o666)

What comes back is an object of the first of dbm.sqlite3, dbm.gnu, dbm.ndbm and
dbm.dumb that there is (or of the one that made the database, which whichdb()
finds out). It is a mapping: keys and values are bytes, and strings are encoded
on their way in.
"""

__all__ = ['open', 'whichdb', 'error']

import io
import os
import struct
from importlib import import_module


class error(Exception):
    pass


# In the order of preference.
_names = ['dbm.sqlite3', 'dbm.gnu', 'dbm.ndbm', 'dbm.dumb']
_defaultmod = None
_modules = {}

error = (error, OSError)

# The first four bytes of a file of GNU's dbm, in either order.
_GNU_MAGIC = {0x13579ace, 0x13579acd, 0x13579acf}
_SQLITE_MAGIC = b'SQLite format 3\x00'
# Berkeley DB, which ndbm may be made of, has its number behind three others.
_BERKELEY_MAGIC = {0x00061561, 0x61150600}


def _load(name):
    if name not in _modules:
        _modules[name] = import_module(name)
    return _modules[name]


def _default():
    """The first module that there is."""
    global _defaultmod
    if _defaultmod is None:
        for name in _names:
            try:
                module = _load(name)
            except ImportError:
                continue
            _defaultmod = _defaultmod or module
        if _defaultmod is None:
            raise ImportError('no dbm clone found; tried %s' % _names)
    return _defaultmod


def open(file, flag='r', mode=0o666):
    """Open or create a database at the path, and return an object for it.

    flag is 'r' (the default) for reading, 'w' for reading and writing, 'c' to
    create the database if there is none, 'n' always to create a new, empty one.
    mode is for files that are created.
    """
    default = _default()
    kind = None if 'n' in flag else whichdb(file)
    if kind is None:
        if 'c' not in flag and 'n' not in flag:
            raise error[0]("db file doesn't exist; use 'c' or 'n' flag to create a new db")
        module = default
    elif kind == '':
        raise error[0]('db type could not be determined')
    else:
        try:
            module = _load(kind)
        except ImportError:
            raise error[0]('db type is {0}, but the module is not available'.format(kind)) from None
    return module.open(file, flag, mode)


def _exists(path):
    try:
        io.open(path, 'rb').close()
    except OSError:
        return False
    return True


def _is_ndbm(path):
    if _exists(path + b'.pag') and _exists(path + b'.dir'):
        return True
    if not _exists(path + b'.db'):
        return False
    # Any program may have a file of that name.
    module = _modules.get('dbm.ndbm')
    if module is None:
        return False
    try:
        module.open(path).close()
    except module.error:
        return False
    return True


def _is_dumb(path):
    """An index whose first line begins with a quoted key; both files may be empty."""
    try:
        size = os.stat(path + b'.dat').st_size
        with io.open(path + b'.dir', 'rb') as index:
            return size == 0 or index.read(1) in (b"'", b'"')
    except OSError:
        return False


def whichdb(filename):
    """Find out which module made a database.

    Returns its name; '' if there is a file that none of them understands; and
    None if there is no database that can be read.
    """
    path = os.fsencode(filename)
    if _is_ndbm(path):
        return 'dbm.ndbm'
    if _is_dumb(path):
        return 'dbm.dumb'
    try:
        with io.open(path, 'rb') as file:
            start = file.read(16)
    except OSError:
        return None
    if len(start) < 4:
        return ''
    if start == _SQLITE_MAGIC:
        return 'dbm.sqlite3'
    if struct.unpack('=l', start[:4])[0] in _GNU_MAGIC:
        return 'dbm.gnu'
    if len(start) == 16 and struct.unpack('=l', start[-4:])[0] in _BERKELEY_MAGIC:
        return 'dbm.bsd'
    return ''


if __name__ == '__main__':
    import sys

    for filename in sys.argv[1:]:
        print(whichdb(filename) or 'UNKNOWN', filename)
