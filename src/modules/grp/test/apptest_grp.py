"""grp: the database of groups."""

import grp

from apptest_checks import table_check

check = table_check(globals())


def test_groups():
    check(r"""
grp.getgrgid(0).gr_name, grp.getgrgid(0).gr_gid, grp.getgrgid(0)[2], grp.getgrnam('root').gr_gid, len(grp.getgrgid(0))  -->  ('root', 0, 0, 0, 4)
grp.getgrgid(0) in grp.getgrall(), type(grp.getgrall()), grp.struct_group.__match_args__  -->  (True, <class 'list'>, ('gr_name', 'gr_passwd', 'gr_gid', 'gr_mem'))
grp.getgrgid(3999999999)  -->  KeyError: 'getgrgid(): gid not found: 3999999999'
grp.getgrgid(-2)  -->  OverflowError: gid is less than minimum
grp.getgrgid(1.5)  -->  TypeError: gid should be integer, not float
grp.getgrnam('no such group')  -->  KeyError: "getgrnam(): name not found: 'no such group'"
grp.getgrnam('a\0b')  -->  ValueError: embedded null byte
grp.getgrnam(1)  -->  TypeError: getgrnam() argument 'name' must be str, not int
grp.getgrnam()  -->  TypeError: getgrnam() missing required argument 'name' (pos 1)
grp.getgrgid(id=0).gr_name  -->  'root'
""")
