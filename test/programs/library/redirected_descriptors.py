"""What is printed while another file stands in the place of a standard stream, and what was held back before."""
import os
import sys
import tempfile

print('held back')
saved = os.dup(1)
with tempfile.TemporaryFile(buffering=0) as file:
    os.dup2(file.fileno(), 1)
    with open(os.devnull) as other:
        other.read()
    os.write(1, b'written meanwhile\n')
    os.dup2(saved, 1)
    file.seek(0)
    print('captured', file.read())
os.close(saved)
sys.stdout.flush()
print('end')
