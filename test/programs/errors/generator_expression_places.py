"""Where tracebacks place an error of a generator expression that a function consumes."""
import traceback


def bad():
    raise ValueError('a generator failed')


for function in (
    lambda: any(bad() for x in (1,)),
    lambda: all(bad() for x in (1,)),
    lambda: tuple(bad() for x in (1,)),
    lambda: list(bad() for x in (1,)),
    lambda: sum(bad() for x in (1,)),
    lambda: set(bad() for x in (1,)),
    lambda: tuple(bad() for x in bad()),
    lambda: tuple((bad() for x in (1,)), 1),
    lambda: tuple(1 for x in 5),
):
    try:
        function()
    except Exception as error:
        for frame in traceback.extract_tb(error.__traceback__):
            print(frame.name, frame.lineno, frame.colno, frame.end_colno)
