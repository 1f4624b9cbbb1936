"""Where a frame is left that an exception passes through handlers and finally clauses, as trace functions are told."""
import sys


class CM:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        return None


BODIES = [
    'for v in range(-2):\n    pass',
    'for v in range(1):\n    pass\nelse:\n    x = 1',
    'while not len:\n    pass',
    'if not len:\n    pass',
    'if len:\n    pass\nelse:\n    x = 2',
    'x = 1',
    'with CM():\n    x = 1',
    'try:\n    int("x")\nexcept ValueError as e:\n    y = 1',
    'try:\n    int("x")\nfinally:\n    for v in "ab":\n        y = 1',
    'match len:\n    case 1:\n        pass',
    'match len:\n    case 1:\n        pass\n    case _:\n        y = 2',
    'x = (1,\n   len)',
    'int("y")',
    'for v in range(2):\n    int("z")',
]


def indented(text, by):
    return '\n'.join(' ' * by + line for line in text.split('\n')) + '\n'


FORMS = {
    'finally': lambda start, body: f'try:\n{start}finally:\n{indented(body, 4)}',
    'except': lambda start, body: f'try:\n{start}except ValueError:\n{indented(body, 4)}    raise\n',
    'none': lambda start, body: f'try:\n{start}except LookupError:\n    pass\nfinally:\n{indented(body, 4)}',
    'bare': lambda start, body: f'try:\n{start}except:\n{indented(body, 4)}    raise\n',
    'named': lambda start, body: f'try:\n{start}except ValueError as error:\n{indented(body, 4)}    raise error\n',
    'other': lambda start, body: f'try:\n{start}except ValueError as error:\n{indented(body, 4)}    raise KeyError from error\n',
}
AROUND = {
    '': lambda text: text,
    'with': lambda text: 'with CM():\n' + indented(text, 4),
    'except': lambda text: 'try:\n' + indented(text, 4) + 'except IndexError:\n    pass\n',
    'finally': lambda text: 'try:\n' + indented(text, 4) + 'finally:\n    if not len:\n        pass\n',
    'for': lambda text: 'for n in (1, 2):\n' + indented(text, 4),
}


def told(source):
    events = []

    def trace(frame, event, arg):
        if frame.f_code.co_filename != 'told':
            return None
        events.append(f'{event[0]}{frame.f_lineno}')
        return trace

    namespace = {'CM': CM}
    exec(compile(source, 'told', 'exec'), namespace)
    sys.settrace(trace)
    try:
        list(namespace['f']() or ())
    except Exception as error:
        events.append(type(error).__name__)
    finally:
        sys.settrace(None)
    return ' '.join(events)


for form, make in FORMS.items():
    for around, wrap in AROUND.items():
        for is_generator in (False, True):
            for body in BODIES:
                start = '    yield 1\n    int("x")\n' if is_generator else '    int("x")\n'
                source = 'def f():\n' + indented(wrap(make(start, body).rstrip('\n')).rstrip('\n'), 4)
                print(form, around, told(source))
