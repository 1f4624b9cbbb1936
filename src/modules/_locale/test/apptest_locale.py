# The locales C and C.UTF-8.
import _locale
import locale


def raises(expected, function, *args):
    try:
        function(*args)
    except expected as error:
        return str(error)
    assert False, 'nothing was raised'


def test_setlocale():
    assert raises(locale.Error, _locale.setlocale, -1) == 'locale query failed'
    assert raises(locale.Error, _locale.setlocale, _locale.LC_ALL, 'xx') == 'unsupported locale setting'
    assert raises(ValueError, _locale.setlocale, _locale.LC_ALL, 'a\0b') == 'embedded null character'
    assert raises(TypeError, _locale.setlocale, 1, 2) == 'setlocale() argument 2 must be str or None, not int'
    before = _locale.setlocale(_locale.LC_ALL)
    assert _locale.setlocale(_locale.LC_ALL, 'POSIX') == 'C'
    assert _locale.setlocale(_locale.LC_CTYPE, 'C.utf8') == 'C.utf8'
    assert _locale.setlocale(_locale.LC_ALL).startswith('LC_CTYPE=C.utf8;LC_NUMERIC=C;LC_TIME=C')
    mixed = _locale.setlocale(_locale.LC_ALL)
    _locale.setlocale(_locale.LC_ALL, 'C')
    assert _locale.setlocale(_locale.LC_ALL, mixed) == mixed
    _locale.setlocale(_locale.LC_ALL, before)


def test_conventions():
    conventions = _locale.localeconv()
    assert conventions['decimal_point'] == '.' and conventions['frac_digits'] == _locale.CHAR_MAX and conventions['grouping'] == []
    assert [_locale.nl_langinfo(name) for name in (_locale.DAY_1, _locale.ABDAY_7, _locale.MON_12, _locale.ABMON_1)] == ['Sunday', 'Sat', 'December', 'Jan']
    assert _locale.nl_langinfo(_locale.D_T_FMT) == '%a %b %e %H:%M:%S %Y'
    assert _locale.nl_langinfo(_locale.RADIXCHAR) == '.'
    assert raises(ValueError, _locale.nl_langinfo, 1) == 'unsupported langinfo constant'


def test_comparison():
    assert _locale.strcoll('a', 'b') == -1 and _locale.strcoll('b', 'a') == 1 and _locale.strcoll('a', 'a') == 0
    assert _locale.strcoll('\U0001f600', '\uffff') == 1
    assert _locale.strxfrm('abc') == 'abc'
    assert raises(ValueError, _locale.strxfrm, 'a\0b') == 'embedded null character'


def test_messages():
    assert _locale.gettext('x') == _locale.dgettext(None, 'x') == _locale.dcgettext('d', 'x', 5) == 'x'
    assert raises(locale.Error, _locale.bindtextdomain, '', None) == 'domain must be a non-empty string'
    assert _locale.bindtextdomain('typhon', '/tmp') == '/tmp' == _locale.bindtextdomain('typhon', None)
