"""_imp: what importlib asks of the interpreter."""

import _imp
import sys

from apptest_checks import table_check

check = table_check(globals())


def test_questions():
    check(r"""
_imp.is_builtin('sys'), _imp.is_builtin('no such module'), _imp.is_builtin('_imp') in (1, -1)  -->  (-1, 0, True)
_imp.is_builtin(1)  -->  TypeError: is_builtin() argument must be str, not int
_imp.is_frozen('no such module'), _imp.is_frozen(1)  -->  TypeError: is_frozen() argument must be str, not int
_imp.lock_held(), _imp.acquire_lock(), _imp.lock_held(), _imp.release_lock(), _imp.lock_held()  -->  (False, None, True, None, False)
_imp.release_lock()  -->  RuntimeError: not holding the import lock
_imp.source_hash(5, b'abc'), _imp.source_hash(0, b'')  -->  (b'y\x10\xaa\xb04\xe1y3', b',S\x0c\x15b\xa7\xfb\xd1')
_imp.source_hash(key=1, source='x')  -->  TypeError: a bytes-like object is required, not 'str'
_imp.source_hash('a', b'')  -->  TypeError: 'str' object cannot be interpreted as an integer
_imp.check_hash_based_pycs, type(_imp.pyc_magic_number_token)  -->  ('default', <class 'int'>)
_imp.find_frozen('no such module')  -->  None
_imp.get_frozen_object('no such module')  -->  ImportError: No such frozen object named 'no such module'
_imp.is_frozen_package('no such module')  -->  ImportError: No such frozen object named 'no such module'
_imp.init_frozen('no such module')  -->  None
""")
