"""sys: settings, and what the interpreter tells of itself."""

import sys

from apptest_checks import table_check

check = table_check(globals())


def raises_inside(limit):
    old = sys.getrecursionlimit()
    sys.setrecursionlimit(limit)
    try:
        return depth(0)
    finally:
        sys.setrecursionlimit(old)


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


def handled():
    try:
        1 / 0
    except ZeroDivisionError:
        return sys.exception(), sys.exc_info()[0], sys.exc_info()[2] is not None


def frames():
    return sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name, sys._getframemodulename(0)


kept_width = sys.get_int_max_str_digits()


def test_facts():
    check(r"""
sys.maxsize, sys.maxunicode, sys.byteorder, sys.api_version, sys.float_repr_style, sys.platlibdir, sys.hexversion >> 16 >= 0x030e  -->  (9223372036854775807, 1114111, 'little', 1013, 'short', 'lib', True)
sys.version_info[:2] >= (3, 14), sys.version_info.major, type(sys.version), type(sys.copyright), type(sys.executable), type(sys.flags)  -->  (True, 3, <class 'str'>, <class 'str'>, <class 'str'>, <class 'sys.flags'>)
sys.implementation.cache_tag is not None, type(sys.implementation), 'sys' in sys.builtin_module_names, 'os' in sys.stdlib_module_names  -->  (True, <class 'types.SimpleNamespace'>, True, True)
sys.float_info.max, sys.float_info.dig, sys.hash_info.modulus, sys.hash_info.inf, sys.int_info.default_max_str_digits  -->  (1.7976931348623157e+308, 15, 2305843009213693951, 314159, 4300)
type(sys.path), type(sys.modules), sys.modules['sys'] is sys, type(sys.meta_path), type(sys.path_hooks), sys.dont_write_bytecode in (True, False)  -->  (<class 'list'>, <class 'dict'>, True, <class 'list'>, <class 'list'>, True)
sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getfilesystemencodeerrors(), sys.is_finalizing(), sys.getallocatedblocks() >= 0  -->  ('utf-8', 'utf-8', 'surrogateescape', False, True)
sys.stdin.name, sys.stdout.name, sys.stderr.errors, sys.__stdout__ is not None  -->  ('<stdin>', '<stdout>', 'backslashreplace', True)
sys._is_gil_enabled(), sys._git[0] != '', type(sys.thread_info), sys.warnoptions, sys.orig_argv != [], type(sys.argv)  -->  (True, True, <class 'sys.thread_info'>, [], True, <class 'list'>)
""")


def test_settings():
    check(r"""
sys.getrecursionlimit() > 100, raises_inside(200) < 200  -->  (True, True)
sys.setrecursionlimit(0)  -->  ValueError: recursion limit must be greater or equal than 1
sys.setrecursionlimit('a')  -->  TypeError: 'str' object cannot be interpreted as an integer
sys.setrecursionlimit(1 << 40)  -->  OverflowError: Python int too large to convert to C int
sys.getswitchinterval(), sys.setswitchinterval(0.005)  -->  (0.005, None)
sys.setswitchinterval(0)  -->  ValueError: switch interval must be strictly positive
sys.setswitchinterval('a')  -->  TypeError: must be real number, not str
sys.intern('abc') is sys.intern('abc'), sys.intern('a b')  -->  (True, 'a b')
sys.intern(1)  -->  TypeError: intern() argument must be str, not int
sys._is_interned(sys.intern('xyz'))  -->  True
sys.get_int_max_str_digits() == kept_width, sys.set_int_max_str_digits(1000), sys.get_int_max_str_digits(), sys.set_int_max_str_digits(kept_width)  -->  (True, None, 1000, None)
sys.set_int_max_str_digits(5)  -->  ValueError: maxdigits must be >= 640 or 0 for unlimited
sys.set_int_max_str_digits('a')  -->  TypeError: 'str' object cannot be interpreted as an integer
sys.gettrace(), sys.getprofile(), sys.settrace(None), sys.setprofile(None)  -->  (None, None, None, None)
sys.get_asyncgen_hooks(), sys.set_asyncgen_hooks(firstiter=None), sys.get_coroutine_origin_tracking_depth()  -->  (asyncgen_hooks(firstiter=None, finalizer=None), None, 0)
sys.set_coroutine_origin_tracking_depth(-1)  -->  ValueError: depth must be >= 0
sys.set_asyncgen_hooks(firstiter=1)  -->  TypeError: callable firstiter expected, got int
""")


def test_asking():
    check(r"""
sys.getsizeof(1) > 0, sys.getsizeof([]) > 0, sys.getsizeof('a', 5) > 0  -->  (True, True, True)
sys.getsizeof()  -->  TypeError: getsizeof() missing required argument 'object' (pos 1)
sys.exception(), sys.exc_info(), handled()  -->  (None, (None, None, None), (ZeroDivisionError('division by zero'), <class 'ZeroDivisionError'>, True))
frames()[:2]  -->  ('frames', '<module>')
sys._getframe(10**6)  -->  ValueError: call stack is not deep enough
sys._getframe('a')  -->  TypeError: 'str' object cannot be interpreted as an integer
sys.call_tracing(len, ('abc',))  -->  3
sys.call_tracing(len, 'abc')  -->  TypeError: call_tracing() argument 2 must be tuple, not str
sys.exit()  -->  SystemExit: 
sys.exit(5)  -->  SystemExit: 5
sys.exit('message')  -->  SystemExit: message
sys.exit((1, 2))  -->  SystemExit: (1, 2)
sys.exit(1, 2)  -->  TypeError: exit expected at most 1 argument, got 2
sys.displayhook(None), sys.displayhook.__name__, sys.excepthook.__name__, sys.unraisablehook.__name__  -->  (None, 'displayhook', 'excepthook', 'unraisablehook')
sys.audit('apptest.event', 1)  -->  None
sys.audit()  -->  TypeError: audit expected at least 1 argument, got 0
sys.audit(1)  -->  TypeError: audit() argument 1 must be str, not int
sys.addaudithook()  -->  TypeError: addaudithook() missing required argument 'hook' (pos 1)
sys._clear_type_cache(), sys._current_frames().__class__, sys.nothing  -->  AttributeError: module 'sys' has no attribute 'nothing'
""")


def exit_with(status):
    """What `sys.exit` raises: its arguments and its code."""
    try:
        sys.exit(status)
    except SystemExit as error:
        return error.args, error.code


def within_limit(limit, source):
    """The length of the error's text, or None, of compiling a source while ints may have so many digits."""
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(limit)
    try:
        compile(source, '<test>', 'eval')
    except SyntaxError as error:
        return error.msg.partition(';')[0]
    finally:
        sys.set_int_max_str_digits(before)


def test_exit():
    check(r"""
exit_with(None)  -->  ((), None)
exit_with(())  -->  ((), None)
exit_with((1,))  -->  ((1,), 1)
exit_with((1, 2))  -->  ((1, 2), (1, 2))
exit_with(SystemExit(3))  -->  ((3,), 3)
exit_with([1])  -->  (([1],), [1])
""")


def test_digits_of_literals():
    check(r"""
within_limit(640, '1' * 640)  -->  None
within_limit(640, '1' * 641)  -->  'Exceeds the limit (640 digits) for integer string conversion: value has 641 digits'
within_limit(5000, '1' * 5000)  -->  None
within_limit(0, '1' * 6000)  -->  None
""")
