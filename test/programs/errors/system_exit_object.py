"""How SystemExit becomes an exit status: object."""
import atexit
import sys

atexit.register(print, "atexit still runs")
try:
    sys.exit([1, {'two': 2}])
finally:
    print("finally runs")
