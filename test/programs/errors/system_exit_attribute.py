"""How SystemExit becomes an exit status: attribute."""
import atexit
import sys

atexit.register(print, "atexit still runs")
try:
    e = SystemExit(); e.code = 9; raise e
finally:
    print("finally runs")
