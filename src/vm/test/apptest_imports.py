"""Importing from archives, and what errors say of files that hide another module."""

import importlib
import os
import pkgutil
import subprocess
import sys
import tempfile
import zipfile


def run(*args, folder):
    """The last line that a program prints to standard error, and its standard output."""
    done = subprocess.run([sys.executable, *args], cwd=folder, capture_output=True, text=True)
    errors = done.stderr.strip().split('\n')[-1].replace(os.path.realpath(folder), 'HERE').replace(folder, 'HERE')
    return done.stdout.strip(), errors


def write(folder, **files):
    for name, text in files.items():
        with open(os.path.join(folder, f'{name}.py'), 'w') as file:
            file.write(text)


def test_archives():
    with tempfile.TemporaryDirectory() as folder:
        archive = os.path.join(folder, 'archive.zip')
        with zipfile.ZipFile(archive, 'w', zipfile.ZIP_DEFLATED) as file:
            file.writestr('zipped_module.py', 'x = 5\n\ndef fail():\n    return 1 / 0\n')
            file.writestr('zipped_package/__init__.py', 'from . import inner\n')
            file.writestr('zipped_package/inner.py', 'y = 6\n')
            file.writestr('__main__.py', 'import zipped_module, sys\nprint(zipped_module.x, __name__, sys.argv[1:])\n')
        sys.path.insert(0, archive)
        try:
            module = importlib.import_module('zipped_module')
            package = importlib.import_module('zipped_package')
        finally:
            sys.path.remove(archive)
        assert module.x == 5 and package.inner.y == 6
        assert module.__file__ == os.path.join(archive, 'zipped_module.py') and package.__path__ == [archive + '/zipped_package']
        assert type(module.__loader__).__name__ == 'zipimporter' and module.__spec__.has_location
        try:
            module.fail()
        except ZeroDivisionError as error:
            assert error.__traceback__.tb_next.tb_frame.f_code.co_filename == module.__file__
        assert run(archive, 'a', folder=folder) == ("5 __main__ ['a']", '')
        assert sys.path_importer_cache[archive] is module.__loader__


def test_shadowing():
    with tempfile.TemporaryDirectory() as folder:
        write(folder, fractions='import fractions\nfractions.Fraction', numpy='from numpy import array', other='import fractions\nprint(1)')
        standard = (
            "(consider renaming 'HERE/fractions.py' since it has the same name as the standard library module named "
            "'fractions' and prevents importing that standard library module)"
        )
        assert run('fractions.py', folder=folder)[1].startswith(
            f"AttributeError: module 'fractions' has no attribute 'Fraction' {standard}"
        )
        assert run('-c', 'import fractions', folder=folder)[1].startswith(
            f"AttributeError: module 'fractions' has no attribute 'Fraction' {standard}"
        )
        assert run('numpy.py', folder=folder)[1] == (
            "ImportError: cannot import name 'array' from 'numpy' (consider renaming 'HERE/numpy.py' if it has the same name "
            'as a library you intended to import)'
        )
        # With -P a program's own folder is not searched.
        assert run('-P', 'other.py', folder=folder) == ('1', '')


def test_circular_imports():
    with tempfile.TemporaryDirectory() as folder:
        write(folder, first='import second\nx = 1', second='from first import x', third='import fourth', fourth='import third\nthird.x')
        where = os.path.join('HERE', 'first.py')
        assert run('-P', '-c', f'import sys; sys.path.append({folder!r}); import first', folder=folder)[1] == (
            f"ImportError: cannot import name 'x' from partially initialized module 'first' (most likely due to a circular import) ({where})"
        )
        assert run('-P', '-c', f'import sys; sys.path.append({folder!r}); import third', folder=folder)[1] == (
            "AttributeError: partially initialized module 'third' from 'HERE/third.py' has no attribute 'x' "
            '(most likely due to a circular import)'
        )


def test_modules_of_the_library():
    import email
    import json

    names = {module.name: module.ispkg for module in pkgutil.iter_modules()}
    assert [names[name] for name in ('json', 'os', 're', 'abc', 'this')] == [True, False, True, False, False]
    listed = [(module.name, module.ispkg) for module in pkgutil.iter_modules(json.__path__)]
    assert listed == [('__main__', False), ('decoder', False), ('encoder', False), ('scanner', False), ('tool', False)]
    inner = [module.name for module in pkgutil.walk_packages(email.__path__, 'email.') if 'mime.' in module.name]
    assert inner[:3] == ['email.mime.application', 'email.mime.audio', 'email.mime.base']
