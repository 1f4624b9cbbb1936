"""unicodedata: Unicode 16, and 3.2 for IDNA."""

import unicodedata


def raises(kind, function, *args):
    try:
        function(*args)
    except kind as error:
        return str(error)
    raise AssertionError(f'no {kind.__name__}')


def test_properties():
    assert unicodedata.unidata_version == '16.0.0'
    assert unicodedata.category('a') == 'Ll' and unicodedata.category('\ud800') == 'Cs' and unicodedata.category('\U0010ffff') == 'Cn'
    assert unicodedata.bidirectional('\u05d0') == 'R' and unicodedata.combining('\u0301') == 230
    assert unicodedata.east_asian_width('一') == 'W' and unicodedata.mirrored('(') == 1
    assert unicodedata.decomposition('é') == '0065 0301' and unicodedata.decomposition('ﬁ') == '<compat> 0066 0069'
    assert unicodedata.decomposition('각') == '1100 1161 11A8' and unicodedata.decomposition('a') == ''


def test_numbers():
    assert unicodedata.decimal('५') == 5 and unicodedata.digit('²') == 2 and unicodedata.numeric('½') == 0.5
    assert unicodedata.numeric('兆') == 1000000.0 and unicodedata.decimal('x', None) is None
    assert raises(ValueError, unicodedata.decimal, '²') == 'not a decimal'
    assert raises(ValueError, unicodedata.digit, 'x') == 'not a digit'
    assert raises(ValueError, unicodedata.numeric, 'x') == 'not a numeric character'


def test_names():
    assert unicodedata.name('é') == 'LATIN SMALL LETTER E WITH ACUTE' and unicodedata.name('가') == 'HANGUL SYLLABLE GA'
    assert unicodedata.name('一') == 'CJK UNIFIED IDEOGRAPH-4E00' and unicodedata.name('\n', 'none') == 'none'
    assert unicodedata.lookup('latin small letter e with acute') == 'é' and unicodedata.lookup('LF') == '\n'
    assert unicodedata.lookup('KEYCAP DIGIT ONE') == '1\ufe0f\u20e3' and unicodedata.lookup(b'SPACE') == ' '
    assert raises(ValueError, unicodedata.name, '\n') == 'no such name'
    assert raises(KeyError, unicodedata.lookup, 'foo') == '"undefined character name \'foo\'"'


def test_normal_forms():
    assert unicodedata.normalize('NFD', 'é') == 'e\u0301' and unicodedata.normalize('NFC', 'e\u0301') == 'é'
    assert unicodedata.normalize('NFKC', 'ﬁ①') == 'fi1' and unicodedata.normalize('NFC', 'ﬁ') == 'ﬁ'
    assert unicodedata.normalize('NFD', '각') == '\u1100\u1161\u11a8' and unicodedata.normalize('NFC', '\u1100\u1161\u11a8') == '각'
    assert unicodedata.normalize('NFC', 'a\u0323\u0307') == 'ạ\u0307' and unicodedata.normalize('NFD', 'a\u0307\u0323') == 'a\u0323\u0307'
    assert unicodedata.is_normalized('NFC', 'é') and not unicodedata.is_normalized('NFD', 'é')
    assert raises(ValueError, unicodedata.normalize, 'X', 'a') == 'invalid normalization form'


def test_arguments():
    assert raises(TypeError, unicodedata.category, 1) == 'category() argument must be a unicode character, not int'
    assert raises(TypeError, unicodedata.category, 'ab') == (
        'category(): argument must be a unicode character, not a string of length 2'
    )
    assert raises(TypeError, unicodedata.name, 'ab') == (
        'name(): argument 1 must be a unicode character, not a string of length 2'
    )


def test_old_database():
    old = unicodedata.ucd_3_2_0
    assert old.unidata_version == '3.2.0' and type(old) is unicodedata.UCD
    assert old.category('\u0220') == 'Lu' and old.category('\u0221') == 'Cn' and old.name('\U0001f600', 0) == 0
    assert old.normalize('NFC', 'e\u0301') == 'é'
