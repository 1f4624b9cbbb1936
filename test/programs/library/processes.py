"""subprocess: children of the same interpreter and of the shell, pipes, exit statuses, time-outs."""
# Runs in a process of its own.
import os
import signal
import subprocess
import sys
import tempfile

python = [sys.executable, "-c"]
done = subprocess.run([*python, "import sys; print('out'); print('err', file=sys.stderr); sys.exit(3)"], capture_output=True, text=True)
print(done.returncode, repr(done.stdout), repr(done.stderr))
print(subprocess.run(["tr", "a-z", "A-Z"], input="stdin text\n", capture_output=True, text=True).stdout)
print(subprocess.check_output([*python, "import sys; print(sys.argv[1:])", "a b", "c"]))
try:
    subprocess.run("echo message >&2; exit 1", shell=True, check=True, capture_output=True)
except subprocess.CalledProcessError as error:
    print(error, error.stderr)
try:
    subprocess.run(["sleep", "30"], timeout=0.3)
except subprocess.TimeoutExpired as error:
    print(type(error).__name__, error.timeout)
try:
    subprocess.run(["no-such-program-at-all"])
except FileNotFoundError as error:
    print(error)
child = subprocess.Popen([*python, "import sys\nfor line in sys.stdin: print(int(line) ** 2, flush=True)"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
for n in (3, 12):
    child.stdin.write(f"{n}\n")
    child.stdin.flush()
    print(child.stdout.readline().strip(), child.poll())
out, err = child.communicate()
print(out, err, child.returncode, child.args[1])
with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, "log"), "w+") as log:
        subprocess.run('echo $GIVEN; test -f log && echo here; echo e >&2', shell=True, stdout=log, stderr=subprocess.STDOUT, env={**os.environ, "GIVEN": "yes"}, cwd=folder, check=True)
        log.seek(0)
        print(sorted(log.read().split()))
print(subprocess.run("echo shell $((1 + 2)); exit 4", shell=True, capture_output=True), subprocess.getstatusoutput("echo x; false"))
killed = subprocess.Popen("echo up; exec sleep 30", shell=True, stdout=subprocess.PIPE)
killed.stdout.readline()
killed.terminate()
print(killed.wait(), killed.returncode == -signal.SIGTERM)
killed.stdout.close()
first = subprocess.Popen(["printf", "banana\\napple\\ncherry\\n"], stdout=subprocess.PIPE)
second = subprocess.run([*python, "import sys; print(sorted(sys.stdin.read().split()))"], stdin=first.stdout, capture_output=True, text=True)
first.stdout.close()
print(second.stdout, first.wait())
print(subprocess.list2cmdline(["a b", 'c"d', "e\\"]), subprocess.call(["true"]), subprocess.call("exit 7", shell=True), subprocess.run("kill -9 $$", shell=True).returncode)
