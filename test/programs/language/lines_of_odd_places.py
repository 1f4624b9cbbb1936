"""Which lines observers see where instructions stand on none, or on another than what comes next."""
# Runs in a process of its own.
import builtins
import sys
import traceback


class Manager:
    def __enter__(self): return self
    def __exit__(self, *args): return False


def leaves_rest(m):
    try:
        raise ValueError
    except* KeyError:
        m = 1


def leaves_rest_by_finally(m):
    try:
        raise ValueError
    except* KeyError:
        m = 1
    finally:
        m = 2


def raises_in_clause(m):
    try:
        raise ValueError
    except* KeyError:
        m = 1
    except* ValueError:
        raise TypeError


def leaves_rest_in_with(m):
    with m:
        try:
            raise ExceptionGroup('', [ValueError(), KeyError()])
        except* KeyError:
            m = 1


def leaves_rest_in_try(m):
    try:
        try:
            raise ValueError
        except* KeyError:
            m = 1
    except TypeError:
        m = 1


def comprehensions(m):
    a = [i
         for i in (1, 2)
         if m]
    b = {i:
             len('x')
         for i in (1, 2)
         if m}
    c = print(end={
        ''
        for i in (1, 2)
        if m}.pop())
    return [
        i
        for i in (1, 2)]


def short_circuits(m):
    m and set_opcodes()
    m = 1
    if m: set_opcodes()
    m = 2
    m and (m or
           set_opcodes())
    set_opcodes() or m


def set_opcodes():
    sys._getframe(1).f_trace_opcodes = True


def tracer(frame, event, arg):
    if frame.f_code.co_filename != __file__ or frame.f_code.co_name == 'set_opcodes': return None
    if event != 'opcode': print(' ', frame.f_code.co_name, event, frame.f_lineno)
    else:
        print('  next opcode', frame.f_lineno)
        frame.f_trace_opcodes = False
    return tracer


def profiler(frame, event, arg):
    if event in ('call', 'return') and frame.f_code.co_filename == __file__:
        print(' ', event, frame.f_lineno)


def observe(set_observer, observer, fn):
    print(fn.__name__)
    set_observer(observer)
    try: fn(Manager())
    except BaseException as e: error = e
    else: error = None
    set_observer(None)
    if error is not None: print(repr(error), [place.lineno for place in traceback.extract_tb(error.__traceback__)[1:]])


groups = leaves_rest, leaves_rest_by_finally, raises_in_clause, leaves_rest_in_with, leaves_rest_in_try
for function in groups + (comprehensions, short_circuits): observe(sys.settrace, tracer, function)
for function in groups: observe(sys.setprofile, profiler, function)


def monitored(fn):
    monitoring = sys.monitoring
    monitoring.use_tool_id(3, 'test')
    events = monitoring.events
    def show(name, count):
        def callback(code, offset, *args):
            if code.co_filename == __file__ and code.co_name == fn.__name__:
                lines = [line for start, end, line in code.co_lines() if start <= offset < end]
                print(' ', name, *lines, *(repr(a) for a in args[:count]))
        return callback
    monitored = 0
    for name in 'RAISE', 'RERAISE', 'PY_UNWIND', 'PY_RETURN':
        monitored |= getattr(events, name)
        monitoring.register_callback(3, getattr(events, name), show(name, 1))
    monitoring.set_events(3, monitored)
    try: fn(Manager())
    except BaseException: pass
    monitoring.set_events(3, 0)
    monitoring.free_tool_id(3)


for function in groups:
    print(function.__name__)
    monitored(function)

print('empty modules')
def tracer(frame, event, arg):
    # Callbacks of weak references come whenever there was a collection.
    if frame.f_code.co_filename != '<string>': return None
    print(' ', event, frame.f_lineno)
    return tracer
sys.settrace(tracer)
for source in '', '\n# comment\n', '\n\n"doc"\n': exec(source)
sys.settrace(None)
print(set(compile('', '', 'exec').co_positions()), set(compile('\n#', '', 'exec').co_positions()))

print('truth of operands')
class Odd:
    def __bool__(self): raise ValueError
odd = Odd()
def a(): odd and a()
def b(): (odd or 1) and (a() or
                         b())
def c(): not odd or a()
def d(): (odd and a()) or b()
def e(): odd == 1 and odd and b()
for function in a, b, c, d, e:
    try: function()
    except ValueError as error: print(traceback.format_exc().split('\n', 3)[3])

print(hasattr(builtins, 'quit'), isinstance(builtins.exit, object))
kept = builtins.quit
builtins.quit = 'own'
print(quit)
builtins.quit = kept
