"""sys.stderr is None: nothing is shown, the status tells."""
import sys

print("before")
sys.stderr = None
raise ValueError("nowhere")
