"""The simplest database of the dbm family: slow, but in need of nothing else.

A database "spam" is three files: spam.dat has the values, each from the start
of a block on; spam.dir is the index, a text file with a line "key, (position,
size)" for each key; spam.bak may be the index before the last change of it.
Space of values that are gone is not used again.
"""

import ast as _ast
import collections.abc
import io as _io
import os as _os

__all__ = ['error', 'open']

_BLOCKSIZE = 512

error = OSError


class _Database(collections.abc.MutableMapping):

    # Finalisation may find the module half gone: what it needs is kept here.
    _os = _os
    _io = _io

    def __init__(self, filebasename, mode, flag='c'):
        filebasename = self._os.fsencode(filebasename)
        self._mode = mode
        self._readonly = flag == 'r'
        self._dirfile = filebasename + b'.dir'
        self._datfile = filebasename + b'.dat'
        self._bakfile = filebasename + b'.bak'
        # Key to (position, size) of its value; None once the database is closed.
        self._index = None
        self._modified = False
        self._create(flag)
        self._read_index(flag)

    def _create(self, flag):
        if flag == 'n':
            for path in (self._datfile, self._bakfile, self._dirfile):
                try:
                    self._os.remove(path)
                except OSError:
                    pass
        try:
            self._io.open(self._datfile, 'r', encoding='latin-1').close()
        except OSError:
            if flag not in ('c', 'n'):
                raise
            with self._io.open(self._datfile, 'w', encoding='latin-1'):
                self._chmod(self._datfile)

    def _read_index(self, flag):
        self._index = {}
        try:
            file = self._io.open(self._dirfile, 'r', encoding='latin-1')
        except OSError:
            if flag not in ('c', 'n'):
                raise
            with self._io.open(self._dirfile, 'w', encoding='latin-1'):
                self._chmod(self._dirfile)
            return
        with file:
            for line in file:
                # Only literals are taken from the file: nobody's code.
                key, place = _ast.literal_eval(line.rstrip())
                self._index[key.encode('latin-1')] = place

    def _chmod(self, path):
        self._os.chmod(path, self._mode)

    def sync(self):
        """Write the index, if it has changed, and keep the one before as a backup."""
        if self._index is None or not self._modified:
            return
        for action in (lambda: self._os.unlink(self._bakfile), lambda: self._os.rename(self._dirfile, self._bakfile)):
            try:
                action()
            except OSError:
                pass
        with self._io.open(self._dirfile, 'w', encoding='latin-1') as file:
            self._chmod(self._dirfile)
            for key, place in self._index.items():
                file.write('%r, %r\n' % (key.decode('latin-1'), place))
        self._modified = False

    def _open_index(self):
        if self._index is None:
            raise error('DBM object has already been closed')
        return self._index

    def _writable_index(self):
        if self._readonly:
            raise error('The database is opened for reading only')
        return self._open_index()

    def __getitem__(self, key):
        if isinstance(key, str):
            key = key.encode('utf-8')
        position, size = self._open_index()[key]
        with self._io.open(self._datfile, 'rb') as file:
            file.seek(position)
            return file.read(size)

    def __setitem__(self, key, value):
        if self._readonly:
            raise error('The database is opened for reading only')
        if isinstance(key, str):
            key = key.encode('utf-8')
        elif not isinstance(key, (bytes, bytearray)):
            raise TypeError('keys must be bytes or strings')
        if isinstance(value, str):
            value = value.encode('utf-8')
        elif not isinstance(value, (bytes, bytearray)):
            raise TypeError('values must be bytes or strings')
        index = self._open_index()
        self._modified = True
        place = index.get(bytes(key))
        if place is not None and len(value) <= _blocks(place[1]) * _BLOCKSIZE:
            index[bytes(key)] = self._write(place[0], value)
            return
        index[bytes(key)] = self._append(value)
        if place is None:
            self._append_line(bytes(key))

    def _write(self, position, value):
        """Put a value where one was that took as many blocks, or more."""
        with self._io.open(self._datfile, 'rb+') as file:
            file.seek(position)
            file.write(value)
        return position, len(value)

    def _append(self, value):
        """Put a value at the next block behind the last."""
        with self._io.open(self._datfile, 'rb+') as file:
            file.seek(0, 2)
            end = file.tell()
            position = _blocks(end) * _BLOCKSIZE
            file.write(b'\0' * (position - end))
            file.write(value)
        return position, len(value)

    def _append_line(self, key):
        """A new key goes into the index at once, so that not all is lost if the program ends."""
        with self._io.open(self._dirfile, 'a', encoding='latin-1') as file:
            self._chmod(self._dirfile)
            file.write('%r, %r\n' % (key.decode('latin-1'), self._index[key]))

    def __delitem__(self, key):
        index = self._writable_index()
        if isinstance(key, str):
            key = key.encode('utf-8')
        self._modified = True
        # The value stays where it is: only its place is forgotten.
        del index[key]
        self.sync()

    def keys(self):
        return list(self._open_index())

    def items(self):
        return [(key, self[key]) for key in self._open_index()]

    def __contains__(self, key):
        if isinstance(key, str):
            key = key.encode('utf-8')
        return key in self._open_index()

    def iterkeys(self):
        return iter(self._open_index())

    __iter__ = iterkeys

    def __len__(self):
        return len(self._open_index())

    def close(self):
        try:
            self.sync()
        finally:
            self._index = self._datfile = self._dirfile = self._bakfile = None

    __del__ = close

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()


def _blocks(size):
    """How many blocks so many bytes take."""
    return (size + _BLOCKSIZE - 1) // _BLOCKSIZE


def open(file, flag='c', mode=0o666):
    """Open the database at the path, and return an object for it.

    flag is 'r' for reading, 'w' for reading and writing, 'c' (the default) to
    create it if there is none, 'n' always to create a new, empty one. mode, less
    the process's umask, is for files that are created.
    """
    # chmod() takes the mode as it is: the umask comes off here.
    try:
        mask = _os.umask(0)
    except AttributeError:
        pass
    else:
        _os.umask(mask)
        mode &= ~mask
    if flag not in ('r', 'w', 'c', 'n'):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    return _Database(file, mode, flag=flag)
