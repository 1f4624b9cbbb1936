"""Sources in declared encodings (PEP 263), those included that only the codecs of the library know."""

DECODED = [
    (b"# -*- coding: cp437 -*-\nx = '\x80\x81'\n", "\xc7\xfc"),
    (b"# coding: utf-7\nx = '+AOk-'\n", "\xe9"),
    (b"# coding: mac-roman\nx='\x81'\n", "\xc5"),
    (b"# coding: unicode_escape\nx='\\x41'\n", "A"),
    (b"# coding: cp866\nx='\xc1'\n", "\u2534"),
    (b"# coding: tis-620\nx='\xc1'\n", "\u0e21"),
    (b"# coding: ptcp154\nx='\xc1'\n", "\u0411"),
]

REFUSED = [
    (b"# -*- coding: rot13 -*-\nk = 1\n", "'rot13' is not a text encoding; use codecs.decode() to handle arbitrary codecs"),
    (b"# coding: hex\nx\n", "'hex' is not a text encoding; use codecs.decode() to handle arbitrary codecs"),
    (b"# coding: cp874\nx='\xff'\n", "'charmap' codec can't decode byte 0xff in position 19: character maps to <undefined>"),
    (b"# coding: punycode\nx=1\n", "'punycode' codec can't decode byte 0x23 in position 0: Invalid extended code point '35'"),
    (b"# coding: undefined\nx\n", "undefined encoding"),
    (b"# coding: blah-blah\nx\n", "unknown encoding: blah-blah"),
]


def test_decoded():
    for source, expected in DECODED:
        namespace = {}
        exec(compile(source, "<s>", "exec"), namespace)
        assert namespace["x"] == expected, (source, namespace["x"])


def test_refused():
    for source, expected in REFUSED:
        try:
            compile(source, "<s>", "exec")
        except SyntaxError as error:
            assert error.msg == expected, (source, error.msg)
            assert (error.lineno, error.offset, error.text) == (0, -1, None)
        else:
            assert False, source
