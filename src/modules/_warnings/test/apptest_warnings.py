"""warn and warn_explicit: filters, registries, what they accept."""

import _warnings
import warnings

from apptest_checks import check_scenario


def caught(run):
    """What the warnings are that the function gives."""
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter('always')
        run()
    return [(str(entry.message), entry.category.__name__) for entry in log]


def test_category_by_default():
    def scenario():
        return caught(lambda: _warnings.warn('m'))

    check_scenario(scenario, "returns [('m', 'UserWarning')]")


def test_category_given():
    def scenario():
        return caught(lambda: _warnings.warn('m', DeprecationWarning))

    check_scenario(scenario, "returns [('m', 'DeprecationWarning')]")


def test_category_of_instance():
    def scenario():
        return caught(lambda: _warnings.warn(SyntaxWarning('m'), DeprecationWarning))

    check_scenario(scenario, "returns [('m', 'SyntaxWarning')]")


def test_message_of_any_type():
    def scenario():
        return caught(lambda: _warnings.warn(3))

    check_scenario(scenario, "returns [('3', 'UserWarning')]")


def test_category_is_no_warning():
    def scenario():
        _warnings.warn('m', ValueError)

    check_scenario(scenario, "TypeError: category must be a Warning subclass, not 'type'")


def test_category_is_no_class():
    def scenario():
        _warnings.warn('m', 1)

    check_scenario(scenario, "TypeError: category must be a Warning subclass, not 'int'")


def test_stack_level_is_no_int():
    def scenario():
        _warnings.warn('m', None, 'x')

    check_scenario(scenario, "TypeError: 'str' object cannot be interpreted as an integer")


def test_without_message():
    def scenario():
        _warnings.warn()

    check_scenario(scenario, "TypeError: warn() missing required argument 'message' (pos 1)")


def test_skip_is_no_tuple():
    def scenario():
        _warnings.warn('m', skip_file_prefixes=['a'])

    check_scenario(scenario, "TypeError: warn() argument 'skip_file_prefixes' must be tuple, not list")


def test_skip_holds_int():
    def scenario():
        _warnings.warn('m', skip_file_prefixes=(1,))

    check_scenario(scenario, "TypeError: Found non-str 'int' in skip_file_prefixes.")


def test_explicit():
    def scenario():
        return caught(lambda: _warnings.warn_explicit('m', UserWarning, 'file', 3))

    check_scenario(scenario, "returns [('m', 'UserWarning')]")


def test_explicit_category_is_no_warning():
    def scenario():
        _warnings.warn_explicit('m', 1, 'file', 3)

    check_scenario(scenario, "TypeError: 'int' object is not callable")


def test_explicit_registry_is_no_dict():
    def scenario():
        _warnings.warn_explicit('m', UserWarning, 'file', 3, 'module', 1)

    check_scenario(scenario, "TypeError: 'registry' must be a dict or None")


def test_explicit_without_module():
    def scenario():
        return caught(lambda: _warnings.warn_explicit('m', UserWarning, 'file', 3, None))

    check_scenario(scenario, 'returns []')


def test_filters_changed_without_lock():
    def scenario():
        _warnings._filters_mutated_lock_held()

    check_scenario(scenario, 'RuntimeError: warnings lock is not held')


def test_lock_not_held():
    def scenario():
        _warnings._release_lock()

    check_scenario(scenario, 'RuntimeError: cannot release un-acquired lock')


def test_explicit_too_few():
    def scenario():
        _warnings.warn_explicit('m', UserWarning, 'file')

    check_scenario(scenario, "TypeError: warn_explicit() missing required argument 'lineno' (pos 4)")


def test_explicit_line_is_no_int():
    def scenario():
        _warnings.warn_explicit('m', UserWarning, 'file', 'x')

    check_scenario(scenario, "TypeError: 'str' object cannot be interpreted as an integer")


def test_error_filter():
    def scenario():
        with warnings.catch_warnings():
            warnings.simplefilter('error')
            _warnings.warn('m')

    check_scenario(scenario, 'UserWarning: m')


def test_ignore_filter():
    def scenario():
        with warnings.catch_warnings(record=True) as log:
            warnings.simplefilter('ignore')
            _warnings.warn('m')
        return log

    check_scenario(scenario, 'returns []')


def test_once():
    def scenario():
        registry = {}
        with warnings.catch_warnings(record=True) as log:
            warnings.simplefilter('once')
            for line in range(3):
                _warnings.warn_explicit('m once', UserWarning, 'file', line, registry=registry)
        return (len(log), list(registry))

    check_scenario(scenario,
        "returns (1, ['version', ('m once', <class 'UserWarning'>, 0), ('m once', <class 'UserWarning'>), ('m once', <class 'UserWarning'>, 1), ('m once', <class 'UserWarning'>, 2)])",
    )


def test_default_action():
    def scenario():
        registry = {}
        with warnings.catch_warnings(record=True) as log:
            warnings.simplefilter('default')
            for line in (1, 1, 2, 2):
                _warnings.warn_explicit('m', UserWarning, 'file', line, registry=registry)
        return (len(log), sorted((key for key in registry if key != 'version')))

    check_scenario(scenario, "returns (2, [('m', <class 'UserWarning'>, 1), ('m', <class 'UserWarning'>, 2)])")


def test_module_action():
    def scenario():
        registry = {}
        with warnings.catch_warnings(record=True) as log:
            warnings.simplefilter('module')
            for line in (1, 2, 3):
                _warnings.warn_explicit('m', UserWarning, 'file', line, registry=registry)
        return (len(log), [key for key in registry if key != 'version'])

    check_scenario(scenario,
        "returns (1, [('m', <class 'UserWarning'>, 1), ('m', <class 'UserWarning'>), ('m', <class 'UserWarning'>, 2), ('m', <class 'UserWarning'>, 3)])",
    )


def test_unknown_action():
    def scenario():
        with warnings.catch_warnings():
            warnings.filters.insert(0, ('strange', None, Warning, None, 0))
            _warnings.warn_explicit('m', UserWarning, 'file', 3)

    check_scenario(scenario,
        "RuntimeError: Unrecognized action ('strange') in warnings.filters:\n ('strange', None, <class 'Warning'>, None, 0)",
    )


def test_filter_by_message():
    def scenario():
        with warnings.catch_warnings(record=True) as log:
            warnings.simplefilter('always')
            warnings.filterwarnings('ignore', 'bad')
            _warnings.warn('bad thing')
            _warnings.warn('good thing')
        return [str(entry.message) for entry in log]

    check_scenario(scenario, "returns ['good thing']")


def test_filter_by_module():
    def scenario():
        with warnings.catch_warnings(record=True) as log:
            warnings.simplefilter('always')
            warnings.filterwarnings('ignore', module='left')
            _warnings.warn_explicit('m', UserWarning, 'file', 3, 'left')
            _warnings.warn_explicit('n', UserWarning, 'file', 3, 'right')
        return [str(entry.message) for entry in log]

    check_scenario(scenario, "returns ['n']")


def test_place_of_entry():
    def scenario():
        with warnings.catch_warnings(record=True) as log:
            warnings.simplefilter('always')
            _warnings.warn_explicit('m', UserWarning, 'file', 3, source=[1])
        entry = log[0]
        return (entry.filename, entry.lineno, entry.line, entry.source, type(entry.message))

    check_scenario(scenario, "returns ('file', 3, None, [1], <class 'UserWarning'>)")


def test_registry_is_cleared_by_new_filters():
    def scenario():
        registry = {}
        with warnings.catch_warnings(record=True) as log:
            warnings.simplefilter('default')
            _warnings.warn_explicit('m', UserWarning, 'file', 1, registry=registry)
            warnings.simplefilter('default')
            warnings.filterwarnings('default', 'other')
            _warnings.warn_explicit('m', UserWarning, 'file', 1, registry=registry)
        return len(log)

    check_scenario(scenario, 'returns 2')


def test_deprecated():
    def scenario():
        @warnings.deprecated('use g')
        def f():
            return 1
        return (caught(f), f.__deprecated__)

    check_scenario(scenario, "returns ([('use g', 'DeprecationWarning')], 'use g')")
