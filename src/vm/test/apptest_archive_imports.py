# Modules from Zip files on sys.path.
import os
import pkgutil
import runpy
import sys
import tempfile
import zipfile


def test_import_from_archive():
    with tempfile.TemporaryDirectory() as folder:
        archive = os.path.join(folder, 'lib.zip')
        with zipfile.ZipFile(archive, 'w') as out:
            out.writestr('archived/__init__.py', 'from .part import value\n')
            out.writestr('archived/part.py', 'value = 7\n')
            out.writestr('inner/single.py', 'name = __name__\n')
            out.writestr('__main__.py', 'result = __name__\n')
        sys.path[:0] = [archive, os.path.join(archive, 'inner')]
        try:
            import archived
            import single
        finally:
            del sys.path[:2]
        assert archived.value == 7 and single.name == 'single'
        assert type(archived.__loader__).__name__ == 'zipimporter'
        assert archived.__file__ == os.path.join(archive, 'archived', '__init__.py')
        assert [module.name for module in pkgutil.iter_modules(archived.__path__)] == ['part']
        assert runpy.run_path(archive)['result'] == '<run_path>'


def test_files_that_are_no_archives_are_passed_over():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'text.zip')
        with open(path, 'w') as out:
            out.write('not an archive')
        sys.path.insert(0, path)
        try:
            import no_such_module
        except ModuleNotFoundError as error:
            assert error.name == 'no_such_module'
        else:
            assert False
        finally:
            del sys.path[0]
