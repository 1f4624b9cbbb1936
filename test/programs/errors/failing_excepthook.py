"""An excepthook that raises: both exceptions are shown."""
import sys


def hook(kind, value, tb):
    raise RuntimeError("the hook is broken")


sys.excepthook = hook
{}["original"]
