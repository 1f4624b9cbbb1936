import errno
import _stat
import _suggestions
import _opcode


def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        return str(error)
    raise AssertionError('nothing raised')


def test_errno():
    assert errno.ENOENT == 2 and errno.EACCES == 13 and errno.errorcode[2] == 'ENOENT' and errno.EWOULDBLOCK == errno.EAGAIN
    assert all(getattr(errno, name) == number for number, name in errno.errorcode.items())


def test_stat():
    assert _stat.S_ISDIR(0o040755) and not _stat.S_ISDIR(0o100644) and _stat.S_ISREG(0o100644) and not _stat.S_ISDOOR(0o100644)
    assert _stat.filemode(0o100755) == '-rwxr-xr-x' and _stat.filemode(0o041777) == 'drwxrwxrwt' and _stat.filemode(0o7777) == '?rwsrwsrwt'
    assert _stat.filemode(0o106644) == '-rwSr-Sr--' and _stat.S_IMODE(0o100755) == 0o755 and _stat.S_IFMT(0o100755) == 0o100000
    assert raises(OverflowError, _stat.S_IMODE, -1) == "can't convert negative value to unsigned int"
    assert raises(OverflowError, _stat.S_IMODE, 2 ** 32) == 'mode out of range'
    assert raises(OverflowError, _stat.S_IMODE, 2 ** 64) == 'Python int too large to convert to C unsigned long'
    assert _stat.ST_SIZE == 6 and _stat.S_IRWXU == 0o700


def test_suggestions():
    suggest = _suggestions._generate_suggestions
    assert suggest(['abc', 'xyz'], 'abd') == 'abc' and suggest(['ABC'], 'abc') == 'ABC' and suggest(['abc'], 'abc') is None
    assert suggest(['something'], 'else') is None and suggest([], 'a') is None
    assert raises(TypeError, suggest, ('abc',), 'abd') == 'candidates must be a list'
    assert raises(TypeError, suggest, ['abc', 1], 'abd') == "all elements in 'candidates' must be strings"
    assert raises(TypeError, suggest, ['abc'], 1) == '_generate_suggestions() argument 2 must be str, not int'


def test_opcode():
    assert _opcode.has_arg(44) and not _opcode.has_arg(1) and _opcode.has_const(82) and _opcode.is_valid(0) and not _opcode.is_valid(999)
    assert _opcode.stack_effect(46, 3) == -2 and _opcode.stack_effect(80, 1) == 1 and _opcode.stack_effect(118, 2) == 2
    assert raises(ValueError, _opcode.stack_effect, 999) == 'invalid opcode or oparg'
    assert _opcode.get_nb_ops()[0] == ('NB_ADD', '+') and _opcode.get_special_method_names()[0] == '__enter__'
