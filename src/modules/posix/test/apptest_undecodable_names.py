"""Names of files that are no UTF-8: bytes come back as they are, text has lone surrogates for them."""

import os
import tempfile

NAME = b'a\xff\xfe'


def test_names_as_bytes():
    with tempfile.TemporaryDirectory() as folder:
        encoded = os.fsencode(folder)
        path = os.path.join(encoded, NAME)
        open(path, 'w').close()
        assert os.listdir(encoded) == [NAME]
        assert os.listdir(folder) == ['a\udcff\udcfe']
        with os.scandir(encoded) as entries:
            assert [entry.name for entry in entries] == [NAME]
        os.mkdir(path + b'd')
        before = os.getcwd()
        os.chdir(path + b'd')
        assert os.path.basename(os.getcwdb()) == NAME + b'd'
        os.chdir(before)
        os.symlink(NAME, os.path.join(encoded, b'link'))
        assert os.readlink(os.path.join(encoded, b'link')) == NAME
        assert os.readlink(os.path.join(folder, 'link')) == 'a\udcff\udcfe'
