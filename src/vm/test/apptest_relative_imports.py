# What a relative import wants of the globals.


def error_of(statement, namespace):
    try:
        exec(statement, namespace)
    except Exception as error:
        return type(error).__name__, str(error)
    assert False, 'nothing was raised'


def test_globals_without_package():
    for namespace in ({}, {'__package__': None}, {'__spec__': None}):
        assert error_of('from . import x', dict(namespace)) == ('KeyError', '"\'__name__\' not in globals"')
    assert error_of('from .x import y', {'__name__': 5}) == ('TypeError', '__name__ must be a string')
    assert error_of('from . import x', {'__package__': 5}) == ('TypeError', 'package must be a string')
    unknown = ('ImportError', 'attempted relative import with no known parent package')
    assert error_of('from . import x', {'__package__': ''}) == unknown
    beyond = ('ImportError', 'attempted relative import beyond top-level package')
    assert error_of('from ...x import y', {'__package__': 'nonexistent'}) == beyond
