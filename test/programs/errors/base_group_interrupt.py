"""A BaseExceptionGroup is no Exception: it passes `except Exception` and is shown with its members."""
import asyncio

try:
    raise BaseExceptionGroup("stop", [KeyboardInterrupt("by hand"), SystemExit(3), asyncio.CancelledError()])
except Exception:
    print("never")
