"""Random numbers that are the same under every Python: a small generator seeded by the command line."""
import sys

state = int(sys.argv[1]) if len(sys.argv) > 1 else 1
COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 5000


def below(limit):
    global state
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    return (state >> 8) % limit


def choose(items):
    return items[below(len(items))]


def outcome(function, *args):
    """What a call gives or raises, as text without addresses."""
    try:
        return ascii(function(*args))
    except Exception as error:
        return f'{type(error).__name__}{ascii(error.args)}'
