"""_stat: kinds and permissions of files."""

import _stat
import stat

from apptest_checks import table_check

check = table_check(globals())


def test_kinds():
    check(r"""
_stat.S_ISDIR(0o040755), _stat.S_ISREG(0o100644), _stat.S_ISLNK(0o120777), _stat.S_ISFIFO(0o010600), _stat.S_ISSOCK(0o140600)  -->  (True, True, True, True, True)
_stat.S_ISCHR(0o020600), _stat.S_ISBLK(0o060600), _stat.S_ISDOOR(0o100644), _stat.S_ISPORT(1), _stat.S_ISWHT(1)  -->  (True, True, False, False, False)
_stat.S_IFMT(0o100644), _stat.S_IMODE(0o104755), _stat.S_IFDIR, _stat.S_ISVTX, _stat.UF_HIDDEN, _stat.FILE_ATTRIBUTE_ARCHIVE  -->  AttributeError: module '_stat' has no attribute 'FILE_ATTRIBUTE_ARCHIVE'
_stat.filemode(0o100644), _stat.filemode(0o040755), _stat.filemode(0o120777), _stat.filemode(0o104755), _stat.filemode(0o041777)  -->  ('-rw-r--r--', 'drwxr-xr-x', 'lrwxrwxrwx', '-rwsr-xr-x', 'drwxrwxrwt')
_stat.filemode(0o102644), _stat.filemode(0o010600), _stat.filemode(0o140600), _stat.filemode(0o020600), _stat.filemode(0), _stat.filemode(0o100000)  -->  ('-rw-r-Sr--', 'prw-------', 'srw-------', 'crw-------', '?---------', '----------')
_stat.S_ISDIR('a')  -->  TypeError: 'str' object cannot be interpreted as an integer
_stat.S_ISDIR()  -->  TypeError: _stat.S_ISDIR() takes exactly one argument (0 given)
_stat.filemode(-1)  -->  OverflowError: can't convert negative value to unsigned int
_stat.filemode(1 << 40)  -->  OverflowError: mode out of range
_stat.S_IMODE(1.5)  -->  TypeError: 'float' object cannot be interpreted as an integer
stat.S_ISDIR is _stat.S_ISDIR, _stat.ST_MODE, _stat.ST_CTIME  -->  (True, 0, 9)
""")
