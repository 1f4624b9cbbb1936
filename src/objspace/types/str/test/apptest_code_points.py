"""str: characters beyond the basic plane and lone surrogates are single code points everywhere."""

SMILE = '\U0001f600'
HIGH = '\ud83d'
LOW = '\ude00'


class Sub(str):
    pass


def test_length_and_items():
    text = f'a{SMILE}b{SMILE}'
    assert len(text) == 4 and text[1] == SMILE and text[-1] == SMILE and text[2] == 'b'
    assert text[1:3] == f'{SMILE}b' and text[::-1] == f'{SMILE}b{SMILE}a' and text[::2] == 'ab'
    assert list(text) == ['a', SMILE, 'b', SMILE] and ord(text[1]) == 0x1F600
    long = ('x' * 63 + SMILE) * 10
    assert len(long) == 640 and [i for i, c in enumerate(long) if c == SMILE] == list(range(63, 640, 64))
    assert all(long[i] == (SMILE if i % 64 == 63 else 'x') for i in reversed(range(640)))


def test_surrogates_do_not_pair():
    text = HIGH + LOW
    assert len(text) == 2 and text != SMILE and text[0] == HIGH and text[1] == LOW
    assert ''.join([HIGH, LOW]) == text and '{}{}'.format(HIGH, LOW) == text and '%s%s' % (HIGH, LOW) == text
    assert f'{HIGH}{LOW}' == text and (HIGH + 'x' + LOW).replace('x', '') == text
    assert repr(text) == "'\\ud83d\\ude00'" and ascii(text) == "'\\ud83d\\ude00'"
    assert (text * 2)[1:3] == LOW + HIGH and len(text * 2) == 4 and text.upper() == text
    assert text in SMILE + text and text not in SMILE * 2 and hash(text) == hash(HIGH + LOW)
    assert text < SMILE and SMILE > '\uffff' > text > 'a'


def test_search_within_pairs():
    assert HIGH not in SMILE and LOW not in SMILE and SMILE.find(LOW) == -1 and SMILE.count('') == 2
    assert (SMILE + LOW).find(LOW) == 1 and (HIGH + SMILE).rfind(HIGH) == 0 and SMILE.split(HIGH) == [SMILE]
    text = f'é{SMILE}é'
    assert text.find('é', 1) == 2 and text.rfind('é') == 2 and text.index(SMILE) == 1 and text.count('é') == 2
    assert text.startswith(SMILE, 1) and text.endswith(SMILE, 0, 2) and not text.startswith(HIGH, 1)


def test_methods():
    text = f' {SMILE} b{SMILE} '
    assert text.split() == [SMILE, f'b{SMILE}'] and text.strip() == f'{SMILE} b{SMILE}'
    assert text.strip(f' {SMILE}') == 'b' and SMILE.center(3, '*') == f'*{SMILE}*' and 'a'.ljust(3, SMILE) == f'a{SMILE * 2}'
    assert f'{SMILE}\ta'.expandtabs(4) == f'{SMILE}   a' and SMILE.zfill(3) == f'00{SMILE}'
    assert f'a{SMILE}'.partition(SMILE) == ('a', SMILE, '') and f'{SMILE}a'.replace('', '-') == f'-{SMILE}-a-'
    assert '\U00010428'.upper() == '\U00010400' and '\U00010400'.lower() == '\U00010428' and '\U00010400'.isupper()
    assert f'x{SMILE}'.translate({0x1F600: 'y'}) == 'xy' and str.maketrans(SMILE, 'a') == {0x1F600: 97}
    assert f'{SMILE}:>{5}'[0] == SMILE and format(SMILE, '>3') == f'  {SMILE}' and format('a', f'{SMILE}^3') == f'{SMILE}a{SMILE}'
    assert '%3s|%.1s' % (SMILE, SMILE + 'x') == f'  {SMILE}|{SMILE}' and '%c' % 0x1F600 == SMILE


def test_dictionary_keys():
    keys = {SMILE: 1, HIGH: 2, 'a': 3}
    assert keys[chr(0x1F600)] == 1 and keys[chr(0xD83D)] == 2 and Sub(SMILE) in keys and keys.get(LOW) is None


def test_order():
    texts = [SMILE, '\uffff', HIGH, 'a', '\ue000', HIGH + LOW, SMILE + 'a']
    assert sorted(texts) == ['a', HIGH, HIGH + LOW, '\ue000', '\uffff', SMILE, SMILE + 'a']


def test_subclass():
    text = Sub(f'a{SMILE}')
    assert text == f'a{SMILE}' and len(text) == 2 and text[1] == SMILE and type(text[1]) is str and type(str(text)) is str
    assert hash(text) == hash(f'a{SMILE}')
