# Paths in errors: what __fspath__ gave, not the object that had it.
import os
import pickle
import subprocess
import sys
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


def test_no_path_by_none():
    class Refusing:
        __fspath__ = None

    for function in (os.fspath, os.fsencode):
        try:
            function(Refusing())
        except TypeError as error:
            assert str(error) == 'expected str, bytes or os.PathLike object, not Refusing', str(error)
        else:
            assert False


def test_closing_all_numbers():
    """As daemons do it; what the host needs for itself stays open."""
    code = 'import os\nos.closerange(3, 256)\nfor fd in range(3, 256):\n    try: os.close(fd)\n    except OSError as error: assert error.errno == 9\n'
    code += 'with open(os.devnull, "w") as file: print("goes on", file=file)\nprint("done")'
    run = subprocess.run([sys.executable, '-c', code], capture_output=True, text=True)
    assert (run.returncode, run.stdout, run.stderr) == (0, 'done\n', ''), run


def test_names_of_variables():
    for function, name, expected in (
        (os.putenv, '', '[Errno 22] Invalid argument'),
        (os.putenv, 'a=b', 'illegal environment variable name'),
        (os.putenv, 'a\0b', 'embedded null byte'),
        (os.putenv, 5, 'expected str, bytes or os.PathLike object, not int'),
        (os.unsetenv, '', '[Errno 22] Invalid argument'),
        (os.unsetenv, b'a=', '[Errno 22] Invalid argument'),
        (os.unsetenv, b'a\0', 'embedded null byte'),
    ):
        try:
            function(name, *['value'][: function is os.putenv])
        except (OSError, ValueError, TypeError) as error:
            assert str(error) == expected, (name, str(error))
        else:
            assert False, name


def test_text_held_back_stays():
    """What a standard stream holds back does not go into a file that stands in its place for a time, whatever is opened meanwhile."""
    code = (
        'import os, tempfile\n'
        'print("held back")\n'
        'saved = os.dup(1)\n'
        'file = tempfile.TemporaryFile(buffering=0)\n'
        'os.dup2(file.fileno(), 1)\n'
        'open(os.devnull).close()\n'
        'os.write(1, b"meanwhile")\n'
        'os.dup2(saved, 1)\n'
        'file.seek(0)\n'
        'print("captured", file.read())'
    )
    environment = {name: value for name, value in os.environ.items() if name != 'PYTHONUNBUFFERED'}
    run = subprocess.run([sys.executable, '-c', code], capture_output=True, text=True, env=environment)
    assert (run.stdout, run.stderr) == ("held back\ncaptured b'meanwhile'\n", ''), run
