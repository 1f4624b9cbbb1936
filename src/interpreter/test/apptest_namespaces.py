"""Globals and builtins that are no plain dictionaries."""


class Recorder(dict):
    """Tells which of its methods code calls."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.calls = []

    def __getitem__(self, key):
        self.calls.append(('get', key))
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        self.calls.append(('set', key))
        super().__setitem__(key, value)

    def __delitem__(self, key):
        self.calls.append(('del', key))
        super().__delitem__(key)


def raised(function, *arguments):
    try:
        function(*arguments)
    except Exception as error:
        return type(error), str(error)
    return None


def test_code_at_the_top_calls_the_methods_of_its_globals():
    namespace = Recorder()
    exec('x = 1\ny = x\ndel y', namespace)
    assert namespace.calls == [('set', 'x'), ('get', 'x'), ('set', 'y'), ('del', 'y')]


def test_functions_read_by_methods_and_store_past_them():
    namespace = Recorder({'int': 1})
    exec('def f():\n global x\n x = int\n return x\nresult = [f() for _ in range(3000)]', namespace)
    assert dict.__getitem__(namespace, 'result') == [1] * 3000
    assert namespace.calls.count(('get', 'int')) == namespace.calls.count(('get', 'x')) == 3000
    assert ('set', 'x') not in namespace.calls


def test_builtins_that_are_nothing():
    for source in ('len', 'len([])', '(lambda: len)()', '[len for _ in [1]]', 'exit'):
        assert raised(eval, source, {'__builtins__': None}) == (TypeError, "'NoneType' object is not subscriptable")
    for source in ('import sys', 'class A: pass', 'def f(): return len\nf()'):
        assert raised(exec, source, {'__builtins__': 3}) == (TypeError, "'int' object is not subscriptable")
    assert raised(eval, 'len', {'__builtins__': []}) == (TypeError, 'list indices must be integers or slices, not str')


def test_names_that_are_made_late_are_not_in_other_builtins():
    for name in ('exit', 'quit', 'help', 'copyright', 'len'):
        assert raised(eval, name, {'__builtins__': {}}) == (NameError, f"name '{name}' is not defined")


def test_builtins_of_another_class():
    class Echo:
        def __getitem__(self, name):
            if name == 'absent':
                raise KeyError(name)
            return name * 2

    echo = Echo()
    namespace = {'__builtins__': echo, 'calls': range(3000)}
    exec('def f(): return a\nresult = [f() for _ in calls]\nhere = b', namespace)
    assert namespace['result'] == ['aa'] * 3000 and namespace['here'] == 'bb'
    assert namespace['f'].__builtins__ is echo
    assert raised(eval, 'absent', namespace) == (NameError, "name 'absent' is not defined")
