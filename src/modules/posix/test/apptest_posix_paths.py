# Paths in errors: what __fspath__ gave, not the object that had it.
import os
import pickle
from pathlib import Path


def error_of(function, *args):
    try:
        function(*args)
    except OSError as error:
        return error.filename, error.filename2, str(error)
    assert False, 'nothing was raised'


def test_filename_of_pathlike():
    gone = Path('no-such-file')
    expected = ('no-such-file', None, "[Errno 2] No such file or directory: 'no-such-file'")
    for function in (os.stat, os.listdir, os.scandir, os.chdir, os.remove, os.readlink, open):
        assert error_of(function, gone) == expected, function
    message = "[Errno 2] No such file or directory: 'no-such-file' -> 'b'"
    assert error_of(os.rename, gone, Path('b')) == ('no-such-file', 'b', message)
    assert error_of(os.mkdir, bytes(gone) + b'/a')[0] == b'no-such-file/a'


def test_streams_cannot_be_pickled():
    for mode, buffering, name in (('r', -1, 'TextIOWrapper'), ('rb', -1, 'BufferedReader'), ('rb', 0, 'FileIO')):
        with open(os.devnull, mode, buffering) as stream:
            try:
                pickle.dumps(stream)
            except TypeError as error:
                assert str(error) == f"cannot pickle '{name}' instances"
            else:
                assert False
