"""How SystemExit becomes an exit status: text."""
import atexit
import sys

atexit.register(print, "atexit still runs")
try:
    sys.exit('goodbye, cruel wörld')
finally:
    print("finally runs")
