"""Runs app-level tests: files `apptest_*.py` with functions `test_*` and bare asserts.

    python apptest_host.py FILE ...        under CPython, to check that the expectation is right
    typhon apptest_host.py FILE ...        under Typhon

Prints a line for each failure, then `N passed, N failed`; the exit status is 1 if anything failed. Only the most basic parts of the
language are used, so that it runs before the standard library does. A test that raises `Skip` (any exception of that name) is neither.
"""

import sys


def describe(error):
    """The exception with the place in the test where it came from."""
    place = ''
    traceback = error.__traceback__
    while traceback is not None:
        place = f'{traceback.tb_frame.f_code.co_name}:{traceback.tb_lineno}'
        traceback = traceback.tb_next
    return f'{type(error).__name__}: {error} ({place})'


def load(path):
    """The namespace of a test file, run as a module of its own."""
    with open(path, encoding='utf-8') as file:
        source = file.read()
    namespace = {'__name__': 'apptest', '__file__': path}
    exec(compile(source, path, 'exec'), namespace)
    return namespace


def run_file(path, pattern):
    """Runs the tests of a file; gives how many passed and how many failed."""
    passed = failed = 0
    try:
        namespace = load(path)
    except BaseException as error:
        print(f'FAIL {path}: {describe(error)}')
        return 0, 1
    for name, test in list(namespace.items()):
        if not name.startswith('test_') or pattern not in name:
            continue
        try:
            test()
        except Exception as error:
            if type(error).__name__ == 'Skip':
                continue
            print(f'FAIL {path}::{name}: {describe(error)}')
            failed += 1
        else:
            passed += 1
    return passed, failed


def main(args):
    pattern = ''
    passed = failed = 0
    for arg in args:
        if arg.startswith('-k'):
            pattern = arg[2:]
            continue
        counts = run_file(arg, pattern)
        passed += counts[0]
        failed += counts[1]
        sys.stdout.flush()
    print(f'{passed} passed, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
