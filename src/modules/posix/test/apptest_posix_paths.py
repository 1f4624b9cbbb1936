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


def test_paths_from_an_open_folder():
    import tempfile
    with tempfile.TemporaryDirectory() as name:
        folder = os.open(name, os.O_RDONLY)
        try:
            os.close(os.open('a', os.O_CREAT | os.O_WRONLY, dir_fd=folder))
            os.mkdir('b', dir_fd=folder)
            os.rename('a', 'b/c', src_dir_fd=folder, dst_dir_fd=folder)
            os.symlink('b/c', 'd', dir_fd=folder)
            assert os.readlink('d', dir_fd=folder) == 'b/c'
            assert os.stat('d', dir_fd=folder) == os.stat(name + '/b/c')
            assert os.access('d', os.R_OK, dir_fd=folder) and not os.access('e', os.R_OK, dir_fd=folder)
            os.utime('b/c', (5, 6), dir_fd=folder)
            assert os.stat('b/c', dir_fd=folder).st_mtime == 6
            assert sorted(os.listdir(folder)) == ['b', 'd']
            try:
                os.rmdir('none', dir_fd=folder)
                assert False
            except FileNotFoundError as error:
                assert error.filename == 'none'
            os.unlink('d', dir_fd=folder)
            os.remove('b/c', dir_fd=folder)
            os.rmdir('b', dir_fd=folder)
            assert os.listdir(folder) == []
        finally:
            os.close(folder)
        for function in (os.stat, os.rmdir, os.unlink):
            try:
                function('a', dir_fd=folder)
                assert False, function
            except OSError as error:
                assert error.strerror == 'Bad file descriptor'
        assert not os.access('a', os.R_OK, dir_fd=folder)


def test_times_of_an_open_file():
    import tempfile
    with tempfile.TemporaryFile() as file:
        os.utime(file.fileno(), ns=(5_000_000_000, 6_000_000_000))
        assert os.stat(file.fileno()).st_mtime_ns == 6_000_000_000
