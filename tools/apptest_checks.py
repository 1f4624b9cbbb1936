"""What app-level tests have in common: ways to compare many small runs with what CPython gives.

    check_rows(rows, names)            pairs of an expression and the `ascii` of its value, or its exception
    table_check(names)                 gives check(table): lines `expression  -->  repr of its value, or its exception`
    check_scenario(run, *expected)     what a function says with `say`, then what it returns or raises

`apptest_host.py` stands beside this file, so that a test imports it by name under CPython and under Typhon alike. Addresses of objects
are cut to `0x` where they are printed.
"""

said = []


def say(*values):
    """Adds a line to what the running scenario said."""
    said.append(' '.join(str(value) for value in values))


def assigned(object, name, value):
    """The attribute after an assignment to it."""
    setattr(object, name, value)
    return getattr(object, name)


def deleted(object, name):
    """Deletes the attribute, as an expression."""
    delattr(object, name)


def without_addresses(text):
    """The text with every `0x7f…` cut to `0x`."""
    out = ''
    while '0x' in text:
        before, text = text.split('0x', 1)
        out += before + '0x'
        while text[:1] and text[0] in '0123456789abcdef':
            text = text[1:]
    return out + text


def result(expression, names):
    """The ascii of an expression's value, or the exception that it raised."""
    try:
        return ascii(eval(expression, names))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


def check_rows(rows, names):
    """Each row is an expression and its result."""
    wrong = []
    for expression, expected in rows:
        found = result(expression, names)
        if found != expected:
            wrong.append(f'{expression}: {found} instead of {expected}')
    assert not wrong, '\n'.join(wrong)


def table_check(names):
    """A `check(table)` whose expressions see these names; all lines that differ are reported together."""

    def check(table):
        wrong = []
        for line in table.strip().split('\n'):
            expression, expected = line.split('  -->  ')
            try:
                found = repr(eval(expression, names))
            except BaseException as error:
                found = f'{type(error).__name__}: {error}'
            found = without_addresses(found)
            if found != expected:
                wrong.append(f'{expression} gives {found}, not {expected}')
        assert not wrong, '\n'.join(wrong)

    return check


def outcome(scenario):
    """What the scenario says and returns or raises, with the context and cause of the exception."""
    said.clear()
    try:
        end = f'returns {scenario()!r}'
    except BaseException as error:
        end = f'{type(error).__name__}: {error}'
        if error.__context__ is not None:
            end += f', context {error.__context__!r}'
        if error.__cause__ is not None:
            end += f', cause {error.__cause__!r}'
    lines = [*said, end]
    return [without_addresses(line) for line in lines]


def check_scenario(scenario, *expected):
    """The lines are those that the scenario says, then its end."""
    found = outcome(scenario)
    assert found == list(expected), found
