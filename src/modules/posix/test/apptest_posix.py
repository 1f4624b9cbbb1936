# The system calls that `os` offers. What is compared with numbers of this machine is compared with itself.
import os
import sys
import tempfile

from apptest_checks import table_check

check = table_check(globals())
file = tempfile.NamedTemporaryFile()


class Skip(Exception):
    pass


def raises(expected, function, *args, **keywords):
    try:
        function(*args, **keywords)
    except expected as error:
        return str(error)
    assert False, 'nothing was raised'


class Folder:
    """A folder that is empty and goes away."""

    def __enter__(self):
        self.holder = tempfile.TemporaryDirectory()
        return self.holder.name

    def __exit__(self, *exception):
        self.holder.cleanup()


def need_posix():
    if sys.platform not in ('linux', 'darwin'):
        raise Skip


def test_descriptors():
    with Folder() as folder:
        path = f'{folder}/file'
        fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        assert os.write(fd, b'hello world') == 11 and os.lseek(fd, 0, os.SEEK_SET) == 0
        assert os.read(fd, 5) == b'hello' and os.pread(fd, 5, 6) == b'world' and os.pwrite(fd, b'H', 0) == 1
        assert os.lseek(fd, -5, os.SEEK_END) == 6 and os.read(fd, 100) == b'world' and os.read(fd, 1) == b''
        assert os.fstat(fd).st_size == 11 and os.ftruncate(fd, 5) is None and os.fstat(fd).st_size == 5
        assert os.fsync(fd) is None and os.fdatasync(fd) is None and not os.isatty(fd)
        other = os.dup(fd)
        assert os.pread(other, 5, 0) == b'Hello' and os.close(other) is None and os.close(fd) is None
        assert raises(OSError, os.close, fd) == '[Errno 9] Bad file descriptor'
        assert raises(OSError, os.read, fd, 1) == '[Errno 9] Bad file descriptor'
        assert raises(FileNotFoundError, os.open, f'{folder}/none', os.O_RDONLY).startswith('[Errno 2] No such file')


def test_vectors():
    reading, writing = os.pipe()
    first, second = bytearray(3), bytearray(2)
    assert os.writev(writing, [b'ab', bytearray(b'cd'), b'']) == 4
    assert os.readv(reading, [first, second]) == 4 and (first, second) == (b'abc', b'd\0')
    assert os.writev(writing, []) == 0 and os.write(writing, b'hello') == 5
    assert os.readinto(reading, first) == 3 and first == b'hel'
    for bad in (1, {1}, (byte for byte in ())):
        assert raises(TypeError, os.writev, writing, bad) == 'writev() arg 2 must be a sequence'
    assert raises(TypeError, os.writev, writing, ['a']) == "a bytes-like object is required, not 'str'"
    assert raises(BufferError, os.readv, reading, [b'a']) == 'Object is not writable.'
    assert raises(OSError, os.writev, writing, [b'a'] * 2000) == '[Errno 22] Invalid argument'
    text = 'readinto() argument 2 must be read-write bytes-like object, not bytes'
    assert raises(TypeError, os.readinto, reading, b'abc') == text
    os.close(reading)
    os.close(writing)
    with Folder() as folder:
        fd = os.open(f'{folder}/file', os.O_RDWR | os.O_CREAT)
        assert os.pwritev(fd, [b'ab', b'cd'], 2) == 4 and os.preadv(fd, [first, second], 1) == 5
        assert (first, second) == (b'\0ab', b'cd') and os.lseek(fd, 0, os.SEEK_CUR) == 0
        os.close(fd)


def test_flags():
    need_posix()
    with Folder() as folder:
        open(f'{folder}/file', 'w').close()
        os.symlink(f'{folder}/file', f'{folder}/link')
        assert raises(OSError, os.open, f'{folder}/link', os.O_NOFOLLOW).startswith('[Errno ')
        assert raises(NotADirectoryError, os.open, f'{folder}/file', os.O_DIRECTORY).startswith('[Errno 20]')
        os.close(os.open(folder, os.O_DIRECTORY))
        assert raises(FileExistsError, os.open, f'{folder}/file', os.O_CREAT | os.O_EXCL).startswith('[Errno 17]')


def test_folders():
    with Folder() as folder:
        os.mkdir(f'{folder}/a')
        os.mkdir(f'{folder}/a/b', 0o700)
        open(f'{folder}/a/c', 'w').close()
        assert sorted(os.listdir(f'{folder}/a')) == ['b', 'c'] and os.listdir(os.fsencode(f'{folder}/a/b')) == []
        assert sorted((entry.name, entry.is_dir(), entry.is_file()) for entry in os.scandir(f'{folder}/a')) == [
            ('b', True, False),
            ('c', False, True),
        ]
        assert raises(OSError, os.rmdir, f'{folder}/a').startswith('[Errno ')
        os.rename(f'{folder}/a/c', f'{folder}/d')
        assert os.path.exists(f'{folder}/d') and not os.path.exists(f'{folder}/a/c')
        os.rmdir(f'{folder}/a/b')
        os.rmdir(f'{folder}/a')
        assert raises(FileNotFoundError, os.rmdir, f'{folder}/a').startswith('[Errno 2]')
        assert raises(FileExistsError, os.mkdir, folder).startswith('[Errno 17]')
        assert raises(ValueError, os.mkdir, 'a\0b') in ('embedded null byte', 'mkdir: embedded null character in path')
        assert raises(TypeError, os.listdir, 1.5) == (
            'listdir: path should be string, bytes, os.PathLike, integer or None, not float'
        )
        here = os.getcwd()
        os.chdir(folder)
        assert os.path.realpath(os.getcwd()) == os.path.realpath(folder) and os.listdir() == ['d']
        os.chdir(here)
        os.unlink(f'{folder}/d')


def test_modes_and_owners():
    need_posix()
    with Folder() as folder:
        path = f'{folder}/file'
        fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        assert os.fchmod(fd, 0o640) is None and os.stat(path).st_mode & 0o777 == 0o640
        assert os.chmod(fd, 0o600) is None and os.chmod(path, 0o400) is None and os.fstat(fd).st_mode & 0o777 == 0o400
        uid, gid = os.getuid(), os.stat(path).st_gid
        assert os.chown(path, -1, -1) is os.chown(path, uid, gid) is os.chown(fd, uid, -1) is os.fchown(fd, -1, gid) is None
        assert os.lchown(path, -1, -1) is os.chown(path, -1, -1, follow_symlinks=False) is None
        assert raises(FileNotFoundError, os.chown, f'{folder}/none', -1, -1).startswith('[Errno 2]')
        assert raises(TypeError, os.chown, path, 'a', 1) == 'uid should be integer, not str'
        assert raises(TypeError, os.chown, path, 1, 1.5) == 'gid should be integer, not float'
        assert raises(OverflowError, os.chown, path, -2, 1) == 'uid is less than minimum'
        assert raises(TypeError, os.chown, path, 0) == "chown() missing required argument 'gid' (pos 3)"
        text = 'chown: cannot use fd and follow_symlinks together'
        assert raises(ValueError, os.chown, fd, -1, -1, follow_symlinks=False) == text
        assert raises(OSError, os.fchown, 999, -1, -1) == raises(OSError, os.fchmod, 999, 0) == '[Errno 9] Bad file descriptor'
        assert os.chown in os.supports_fd and os.chown in os.supports_follow_symlinks
        os.close(fd)
        os.utime(path, (1, 2))
        assert (os.stat(path).st_atime, os.stat(path).st_mtime) == (1, 2)
        os.utime(path, ns=(5_000_000_000, 7_500_000_000))
        assert os.stat(path).st_mtime_ns == 7_500_000_000
        os.link(path, f'{folder}/other')
        assert os.stat(path).st_nlink == 2 and os.path.samefile(path, f'{folder}/other')
        assert os.access(path, os.R_OK) and os.access(path, os.F_OK) and not os.access(f'{folder}/none', os.F_OK)


def test_commands():
    need_posix()
    assert os.waitstatus_to_exitcode(os.system('exit 3')) == 3 and os.system(b'true') == 0
    assert os.waitstatus_to_exitcode(os.system('kill -9 $$')) == -9
    assert raises(TypeError, os.system, 1) == 'expected str, bytes or os.PathLike object, not int'
    assert raises(ValueError, os.system, 'a\0b') == 'embedded null byte'
    os.environ['APPTEST_SHELL'] = 'seen'
    assert os.system('test "$APPTEST_SHELL" = seen') == 0
    del os.environ['APPTEST_SHELL']
    assert os.system('test -z "$APPTEST_SHELL"') == 0


def test_process():
    need_posix()
    assert os.getpid() != os.getppid() and os.getuid() == os.geteuid() and os.getgid() == os.getegid()
    assert len(os.getloadavg()) == 3 and all(load >= 0 for load in os.getloadavg())
    assert os.cpu_count() >= 1 and os.sched_yield() is None and os.ctermid() == '/dev/tty'
    assert os.uname().sysname in ('Linux', 'Darwin') and os.uname()[0] == os.uname().sysname
    assert raises(ProcessLookupError, os.kill, 99_999_999, 0) == '[Errno 3] No such process'
    assert raises(ProcessLookupError, os.killpg, 99_999_999, 0) == '[Errno 3] No such process'
    assert raises(TypeError, os.killpg, 'a', 0) == "'str' object cannot be interpreted as an integer"
    assert len(os.urandom(7)) == 7 and raises(ValueError, os.urandom, -1) == 'negative argument not allowed'
    assert os.strerror(2) == 'No such file or directory' and os.times().user >= 0
    mask = os.umask(0o22)
    assert os.umask(mask) == 0o22
    assert os.fspath('a') == 'a' and raises(TypeError, os.fspath, 1) == 'expected str, bytes or os.PathLike object, not int'


def test_device_numbers():
    if sys.platform != 'linux':
        raise Skip
    assert os.makedev(8, 3) == 2051 and os.major(2051) == 8 and os.minor(2051) == 3
    assert os.makedev(1 << 12, 1 << 20) == 17596481011712
    assert os.major(os.makedev(5000, 70000)) == 5000 and os.minor(os.makedev(5000, 70000)) == 70000
    assert os.major(-1) == os.minor(-1) == os.makedev(-1, -1) == -1 and os.makedev(-1, 3) == 18446726481524555523
    assert raises(TypeError, os.makedev, 'a', 3) == "'str' object cannot be interpreted as an integer"
    assert raises(OverflowError, os.major, 1 << 64) == 'int too big to convert'
    assert raises(OverflowError, os.makedev, 1 << 32, 3) == 'Python int too large to convert to C unsigned int'
    assert raises(OverflowError, os.makedev, -2, 3) == "can't convert negative int to unsigned"


def test_lengths_places_and_descriptors_that_cannot_be():
    check(r"""
os.ftruncate(file.fileno(), -1)  -->  OSError: [Errno 22] Invalid argument
os.ftruncate(file.fileno(), -2**63)  -->  OSError: [Errno 22] Invalid argument
os.ftruncate(file.fileno(), -2**63 - 1)  -->  OverflowError: Python int too large to convert to C long
file.truncate(-5)  -->  OSError: [Errno 22] Invalid argument
os.close(-1)  -->  OSError: [Errno 9] Bad file descriptor
os.read(-1, 1)  -->  OSError: [Errno 9] Bad file descriptor
os.write(-1, b'')  -->  OSError: [Errno 9] Bad file descriptor
os.fstat(-1)  -->  OSError: [Errno 9] Bad file descriptor
os.lseek(-1, 0, 0)  -->  OSError: [Errno 9] Bad file descriptor
os.ftruncate(-1, 0)  -->  OSError: [Errno 9] Bad file descriptor
os.fchmod(-1, 0o600)  -->  OSError: [Errno 9] Bad file descriptor
os.pread(-1, 1, 0)  -->  OSError: [Errno 9] Bad file descriptor
os.readv(-1, [bytearray(1)])  -->  OSError: [Errno 9] Bad file descriptor
os.get_inheritable(-1)  -->  OSError: [Errno 9] Bad file descriptor
os.lseek(file.fileno(), 2**63 - 1, 0)  -->  OSError: [Errno 22] Invalid argument
os.lseek(file.fileno(), -1, 0)  -->  OSError: [Errno 22] Invalid argument
""")


def written(name):
    with open(name, 'rb') as stream:
        return stream.read()


def test_duplicates_share_the_file():
    with Folder() as folder:
        name = folder + '/a'
        fd = os.open(name, os.O_RDWR | os.O_CREAT)
        copy = os.dup(fd)
        assert copy != fd
        os.write(fd, b'hello')
        assert os.lseek(copy, 0, 1) == 5 and os.lseek(copy, 1, 0) == 1 and os.read(fd, 2) == b'el'
        os.close(fd)
        raises(OSError, os.fstat, fd)
        assert os.read(copy, 2) == b'lo'
        os.close(copy)
        raises(OSError, os.fstat, copy)
        fd = os.open(name, os.O_WRONLY | os.O_APPEND)
        assert os.dup2(fd, 50) == 50
        os.write(50, b'+')
        os.close(fd)
        os.write(50, b'+')
        another = os.open(name, os.O_RDONLY)
        assert another != 50 and os.read(another, 9) == b'hello++'
        assert os.dup2(another, 50, inheritable=False) == 50 and os.lseek(50, 0, 1) == 7 and os.dup2(50, 50) == 50
        os.close(50)
        os.close(another)
        raises(OSError, os.fstat, 50)
    check(r"""
os.dup2(-1, 5)  -->  OSError: [Errno 9] Bad file descriptor
os.dup2(999, 5)  -->  OSError: [Errno 9] Bad file descriptor
os.dup2(0, -1)  -->  OSError: [Errno 9] Bad file descriptor
os.dup2(0, 2**31)  -->  OverflowError: Python int too large to convert to C int
os.dup2('x', 1)  -->  TypeError: 'str' object cannot be interpreted as an integer
os.dup(999)  -->  OSError: [Errno 9] Bad file descriptor
os.fsync(None)  -->  TypeError: argument must be an int, or have a fileno() method.
os.fsync(-1)  -->  ValueError: file descriptor cannot be a negative integer (-1)
""")


def test_standard_streams_are_redirected():
    import subprocess

    with Folder() as folder:
        name = folder + '/out'
        sys.stdout.flush()
        saved = os.dup(1)
        fd = os.open(name, os.O_WRONLY | os.O_CREAT)
        os.dup2(fd, 1)
        os.close(fd)
        try:
            os.write(1, b'ours\n')
            subprocess.run(['echo', 'child'])
            os.write(1, b'ours again\n')
        finally:
            os.dup2(saved, 1)
        assert written(name) == b'ours\nchild\nours again\n'
        reader, writer = os.pipe()
        os.dup2(writer, 1)
        os.close(writer)
        try:
            os.write(1, b'piped ')
            subprocess.run(['echo', 'child'])
        finally:
            os.dup2(saved, 1)
        os.close(saved)
        assert os.read(reader, 100) == b'piped child\n' and os.read(reader, 100) == b''
        os.close(reader)


def test_folders_by_descriptor():
    with Folder() as folder:
        before = os.getcwd()
        os.mkdir(folder + '/sub')
        os.mkdir(folder + '/sub/inner')
        fd = os.open(folder + '/sub', os.O_RDONLY)
        assert os.listdir(fd) == ['inner'] and [entry.name for entry in os.scandir(fd)] == ['inner']
        os.fchdir(fd)
        assert os.path.basename(os.getcwd()) == 'sub'
        os.chdir('inner')
        os.chdir(fd)
        assert os.path.basename(os.getcwd()) == 'sub'
        os.chdir(before)
        os.close(fd)
    check(r"""
os.fchdir(file.fileno())  -->  NotADirectoryError: [Errno 20] Not a directory
os.fchdir(-1)  -->  ValueError: file descriptor cannot be a negative integer (-1)
os.fchdir('x')  -->  TypeError: argument must be an int, or have a fileno() method.
os.fchdir(999)  -->  OSError: [Errno 9] Bad file descriptor
os.chdir(999)  -->  OSError: [Errno 9] Bad file descriptor: 999
""")
