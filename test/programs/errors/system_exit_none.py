"""How SystemExit becomes an exit status: none."""
import atexit
import sys

atexit.register(print, "atexit still runs")
try:
    sys.exit()
finally:
    print("finally runs")
