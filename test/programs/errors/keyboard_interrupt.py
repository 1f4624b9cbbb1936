"""An uncaught KeyboardInterrupt: the traceback, and the end by the signal."""
# Runs in a process of its own.
import atexit

atexit.register(print, "atexit runs")
try:
    raise KeyboardInterrupt
finally:
    print("finally")
