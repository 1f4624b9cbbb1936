"""How SystemExit becomes an exit status: tuple."""
import atexit
import sys

atexit.register(print, "atexit still runs")
try:
    raise SystemExit(1, 2)
finally:
    print("finally runs")
