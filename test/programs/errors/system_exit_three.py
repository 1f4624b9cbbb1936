"""How SystemExit becomes an exit status: three."""
import atexit
import sys

atexit.register(print, "atexit still runs")
try:
    sys.exit(3)
finally:
    print("finally runs")
