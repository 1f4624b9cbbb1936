"""sys.excepthook deleted: the exception is shown nevertheless."""
import sys

del sys.excepthook
raise ValueError("without a hook")
