"""signal: handlers, timers, ignored and refused signals."""
# Runs in a process of its own.
import os
import signal

received = []


def handler(number, frame):
    received.append((signal.Signals(number).name, frame is not None))


old = signal.signal(signal.SIGUSR1, handler)
print(old, signal.getsignal(signal.SIGUSR1) is handler)
os.kill(os.getpid(), signal.SIGUSR1)
signal.raise_signal(signal.SIGUSR1)
print(received)
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
os.kill(os.getpid(), signal.SIGUSR1)
print(len(received), signal.getsignal(signal.SIGUSR1), signal.SIGTERM.value, signal.Signals(2), signal.strsignal(11), signal.SIG_DFL, signal.SIGINT in signal.valid_signals())


class Alarm(Exception):
    pass


def alarm(number, frame):
    raise Alarm


signal.signal(signal.SIGALRM, alarm)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    while True:
        pass
except Alarm:
    print("alarm", signal.getitimer(signal.ITIMER_REAL))
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("KeyboardInterrupt")
for wrong in [lambda: signal.signal(999, handler), lambda: signal.signal(signal.SIGKILL, handler), lambda: signal.signal(signal.SIGUSR1, 5), lambda: signal.Signals(0), lambda: signal.setitimer(99, 1), lambda: os.kill(os.getpid(), -1)]:
    try:
        print("fine", wrong())
    except (ValueError, OSError, TypeError) as error:
        print(type(error).__name__, error)
