"""What a tracer raises at the line of `try` goes to the handlers if the body begins there."""
import sys
def one(f):
    try: return repr(f())
    except BaseException as e: return 'caught'
def two(f):
    try:
        return repr(f())
    except BaseException as e: return 'caught'
def three(f):
    try: x = f(); return x
    except KeyError: return 'caught'
    finally: print('finally')
def four(f):
    try: return f()
    finally: print('finally')
def five(f):
    result = 'not'
    try: f()
    except* KeyError: result = 'caught'
    return result
def f(): return 1
def raising(at):
    seen = 0
    def trace(frame, event, argument):
        nonlocal seen
        if event == 'line' and frame.f_code is function.__code__:
            seen += 1
            if seen == at: raise KeyError('tracer')
        return trace
    return trace
for function in (one, two, three, four, five):
    for at in (1, 2, 3):
        sys.settrace(raising(at))
        try: result = function(f)
        except KeyError as e: result = repr(e), e.__traceback__.tb_next.tb_lineno - function.__code__.co_firstlineno
        sys.settrace(None)
        print(function.__name__, at, result)
lines = []
def noting(frame, event, argument):
    if frame.f_code is not function.__code__: return None
    lines.append((event, frame.f_lineno - function.__code__.co_firstlineno))
    return noting
for function in (one, two, three, four, five):
    lines.clear()
    sys.settrace(noting)
    function(f)
    sys.settrace(None)
    print(function.__name__, lines)
