"""How SystemExit becomes an exit status: zero."""
import atexit
import sys

atexit.register(print, "atexit still runs")
try:
    sys.exit(0)
finally:
    print("finally runs")
