"""How SystemExit becomes an exit status: big."""
import atexit
import sys

atexit.register(print, "atexit still runs")
try:
    sys.exit(2**40 + 7)
finally:
    print("finally runs")
