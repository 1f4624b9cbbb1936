# The databases of users and groups.
import grp
import pwd


def raises(expected, function, *args):
    try:
        function(*args)
    except expected as error:
        return error.args[0]
    assert False, 'nothing was raised'


def test_users():
    root = pwd.getpwuid(0)
    assert (root.pw_name, root.pw_uid, root.pw_gid, root[5]) == ('root', 0, 0, root.pw_dir)
    assert pwd.getpwnam('root') == root and root in pwd.getpwall()
    assert repr(root).startswith("pwd.struct_passwd(pw_name='root', pw_passwd=")
    assert raises(KeyError, pwd.getpwnam, 'no such user') == "getpwnam(): name not found: 'no such user'"
    assert raises(KeyError, pwd.getpwuid, 3999999999) == 'getpwuid(): uid not found: 3999999999'
    assert raises(KeyError, pwd.getpwuid, -2) == raises(KeyError, pwd.getpwuid, 1 << 40) == 'getpwuid(): uid not found'
    assert raises(TypeError, pwd.getpwuid, 'x') == 'uid should be integer, not str'
    assert raises(ValueError, pwd.getpwnam, 'a\0b') == 'embedded null byte'


def test_groups():
    root = grp.getgrgid(0)
    assert (root.gr_name, root.gr_gid) == ('root', 0) and isinstance(root.gr_mem, list)
    assert grp.getgrnam('root') == root and root in grp.getgrall()
    assert raises(KeyError, grp.getgrgid, 3999999999) == 'getgrgid(): gid not found: 3999999999'
    assert raises(OverflowError, grp.getgrgid, 1 << 40) == 'gid is less than minimum'
