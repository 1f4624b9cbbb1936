"""From what a relative import takes the name of its package, and what it warns of."""
import parcel.inner
import warnings

ABSENT = object()


class Spec:
    def __init__(self, parent):
        self.parent = parent

    def __repr__(self):
        return f'Spec({self.parent!r})'


class Failing:
    @property
    def parent(self):
        raise ValueError('parent')

    def __repr__(self):
        return 'Failing()'


class Text(str):
    pass


PACKAGES = ABSENT, None, 'parcel', 'other', '', Text('parcel'), 5, 'parcel.inner'
SPECS = ABSENT, None, parcel.__spec__, parcel.inner.__spec__, object(), Spec('parcel'), Spec(None), Spec(5), Spec(''), Failing()
NAMES = ABSENT, 'parcel.inner', 'parcel', 'top', 5
PATHS = ABSENT, ['a']
STATEMENTS = ('from . import inner', 'from .inner import __name__', '__import__("inner", globals(), None, (), 1)',
              'from .. import inner', '__import__("", globals(), None, None, 1)')
CODES = [(statement, compile(statement, '<program>', 'exec')) for statement in STATEMENTS]


def show(value):
    if value is ABSENT:
        return '-'
    return type(value).__name__ if 'object' in repr(value) or type(value).__name__ == 'ModuleSpec' else repr(value)


def run(code, names):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter('always')
        try:
            exec(code, names)
            result = 'done'
        except Exception as error:
            result = f'{type(error).__name__}: {error}'
    return result, [(warning.category.__name__, str(warning.message), warning.filename, warning.lineno) for warning in told]


for package in PACKAGES:
    for spec in SPECS:
        # The name matters where there is neither of the two.
        is_named = package in (ABSENT, None) and spec in (ABSENT, None)
        for name in NAMES if is_named else NAMES[:2]:
            for path in PATHS if is_named else PATHS[:1]:
                given = {'__package__': package, '__spec__': spec, '__name__': name, '__path__': path}
                given = {key: value for key, value in given.items() if value is not ABSENT}
                results = [run(code, dict(given)) for _, code in CODES]
                print(show(package), show(spec), show(name), show(path))
                if len(set(map(str, results))) == 1:
                    print(' ', *results[0])
                    continue
                for (statement, _), result in zip(CODES, results):
                    print(' ', statement, *result)

warnings.simplefilter('error')
for names in {'__package__': 'other', '__spec__': parcel.__spec__}, {'__name__': 'parcel', '__path__': []}:
    print(run(CODES[0][1], names))


def attempt(*arguments):
    try:
        result = __import__(*arguments)
    except Exception as error:
        print(arguments[0], arguments[3:], type(error).__name__, error)
    else:
        print(arguments[0], arguments[3:], result.__name__)


class Undecided:
    def __bool__(self):
        raise ValueError('no truth')

    def __repr__(self):
        return 'Undecided()'


here = {'__package__': 'parcel'}
attempt('inner', here, None, [], 1)
attempt('', here, None, [], 1)
attempt('inner', here, None, None, 1)
attempt('inner.nothing', here, None, None, 1)
attempt('', here, None, ('inner',), 1)
attempt('', here, None, ('nothing',), 1)
attempt('inner', 5, None, [], 1)
attempt('inner', [], None, [], 1)
attempt('inner', here, None, 5, 1)
attempt('inner', here, None, 0.0, 1)
attempt('', here, None, [5], 1)
attempt('nowhere', here, None, (), 1)
attempt('inner', here, None, Undecided(), 1)
attempt('parcel', here, None, Undecided())
attempt('', here, None, (), 2)
attempt('', {'__package__': 'parcel.inner'}, None, (), 2)
attempt('inner', {'__package__': 'parcel.inner'}, None, (), 2)
attempt('inner', here, None, (), -1)
