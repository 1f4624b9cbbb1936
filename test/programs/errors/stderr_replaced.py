"""sys.stderr replaced: the traceback goes where it leads; None means nowhere."""
import atexit
import io
import sys

buffer = sys.stderr = io.StringIO()
atexit.register(lambda: print(buffer.getvalue()))
raise ValueError("into the buffer")
