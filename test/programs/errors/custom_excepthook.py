"""sys.excepthook replaced; what it prints, what happens when it fails itself, and the status."""
import sys


def hook(kind, value, tb):
    print("hook:", kind.__name__, value, tb.tb_lineno)
    print("to stderr", file=sys.stderr)


sys.excepthook = hook
sys.__excepthook__(ValueError, ValueError("shown by the original"), None)
raise LookupError("for the hook")
