"""SIGINT that arrives while the program runs; a handler of its own, then the default one."""
# Runs in a process of its own.
import signal


def handler(number, frame):
    print("handled", signal.Signals(number).name, frame.f_code.co_name)


previous = signal.signal(signal.SIGINT, handler)
signal.raise_signal(signal.SIGINT)
print(previous is signal.default_int_handler, signal.getsignal(signal.SIGINT) is handler)
signal.signal(signal.SIGINT, previous)


def wait():
    signal.raise_signal(signal.SIGINT)
    print("never")


wait()
