# Which error functions on files raise where several arguments are wrong: arguments are converted in the order of the parameters,
# and a required argument that is missing, one given twice and an unknown one are found before that, in this order.
import os


class Path:
    def __fspath__(self):
        return '/nonexistent/y'


class NoPath:
    def __fspath__(self):
        return 5


class Raises:
    def __fspath__(self):
        raise KeyError('fspath')

    def __index__(self):
        raise KeyError('index')

    def __bool__(self):
        raise KeyError('bool')


VALUES = [
    '/nonexistent/x', 'a\0b', '\ud800', b'/nonexistent/x', 99999999, 1 << 70, -1 << 70, 1.5, None,
    Path(), NoPath(), Raises(), [], (), bytearray(b'q'), [object()],
]

FUNCTIONS = {
    os.open: (3, ['dir_fd']), os.read: (2, []), os.write: (2, []), os.pread: (3, []), os.pwrite: (3, []), os.lseek: (3, []),
    os.readinto: (2, []), os.readv: (2, []), os.writev: (2, []), os.preadv: (3, []), os.pwritev: (3, []), os.ftruncate: (2, []),
    os.truncate: (2, []), os.fchmod: (2, []), os.fchown: (3, []), os.set_blocking: (2, []), os.set_inheritable: (2, []),
    os.stat: (1, ['dir_fd', 'follow_symlinks']), os.lstat: (1, ['dir_fd']), os.mkdir: (2, ['dir_fd']), os.rmdir: (1, ['dir_fd']),
    os.unlink: (1, ['dir_fd']), os.remove: (1, ['dir_fd']), os.readlink: (1, ['dir_fd']), os.listdir: (1, []), os.scandir: (1, []),
    os.rename: (2, ['src_dir_fd', 'dst_dir_fd']), os.replace: (2, ['src_dir_fd', 'dst_dir_fd']), os.symlink: (3, ['dir_fd']),
    os.link: (2, ['src_dir_fd', 'dst_dir_fd']), os.access: (2, ['dir_fd', 'effective_ids']), os.utime: (2, ['ns', 'dir_fd']),
    os.chmod: (2, ['dir_fd']), os.chown: (3, ['dir_fd', 'follow_symlinks']), os.lchown: (3, []), os.makedev: (2, []), os.chdir: (1, []),
}


def attempt(function, *args, **keywords):
    try:
        print(type(function(*args, **keywords)).__name__)
    except Exception as error:
        print(type(error).__name__, error if 'object at' not in str(error) else '')


step = 1
for function, (count, names) in FUNCTIONS.items():
    print(function.__name__)
    for round in range(14):
        args = []
        for place in range(count):
            step = step * 1103515245 + 12345 & 0x7fffffff
            args.append(VALUES[(step >> 8) % len(VALUES)])
        step = step * 1103515245 + 12345 & 0x7fffffff
        keywords = {name: VALUES[(step >> 9) % len(VALUES)] for name in names if round % 2}
        attempt(function, *args, **keywords)

print('keywords')
attempt(os.open, 'x', path='y')
attempt(os.open, 'x', 1, path='y', bogus=1)
attempt(os.open, 'x', 1, bogus=1, path='y')
attempt(os.open, 'x', 1, 2, flags=1, path='y')
attempt(open, 'x', 'r', mode='r', file='q')
attempt(__import__, 'x', zz=1, name=2)
attempt(compile, 'x', 'y', source=1, zz=1)
attempt(compile, 'x', 'y', 'exec', zz=1, source=1)
attempt(pow, 1, base=2)
attempt(property, 1, zz=1, fget=3)

print('statuses')
for status in [0, 1, 127, 128, 0x17f, 0xff, 0x8b, 0xffff, 0x10100, -1, 1 << 31]:
    attempt(os.waitstatus_to_exitcode, status)
for number in [-1, -2, 1 << 64, (1 << 64) - 1, 'a']:
    attempt(os.major, number)
attempt(os.makedev, 1 << 70, 'a')
attempt(os.pipe2, 99999999)
attempt(os.pidfd_open, -1)
attempt(os.sysconf, 1 << 70)
attempt(os.get_terminal_size, 99999999)
attempt(os.preadv, 99999999, [], -2)
attempt(os.writev, 99999999, {})
