"""_sysconfig: how the interpreter was built."""

import _sysconfig
import sysconfig

from apptest_checks import table_check

check = table_check(globals())


def test_values():
    check(r"""
type(_sysconfig.config_vars()), _sysconfig.config_vars() is not _sysconfig.config_vars()  -->  (<class 'dict'>, True)
_sysconfig.config_vars(1)  -->  TypeError: _sysconfig.config_vars() takes no arguments (1 given)
sysconfig.get_config_var('Py_DEBUG'), type(sysconfig.get_platform()), sysconfig.get_python_version() >= '3.14'  -->  (0, <class 'str'>, True)
type(sysconfig.get_path('stdlib')), 'posix_prefix' in sysconfig.get_scheme_names()  -->  (<class 'str'>, True)
""")
