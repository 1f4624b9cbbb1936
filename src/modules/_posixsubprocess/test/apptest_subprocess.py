# Child processes: pipes, files, environments, errors, how they end.
import os
import select
import signal
import subprocess
import sys
import tempfile


def raises(expected, function, *args, **keywords):
    try:
        function(*args, **keywords)
    except expected as error:
        return error
    assert False, 'nothing was raised'


def test_run():
    done = subprocess.run(['cat'], input=b'abc', capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, b'abc', b'')
    done = subprocess.run('echo out; echo err >&2; exit 3', shell=True, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (3, 'out\n', 'err\n')
    assert subprocess.check_output('echo out; echo err >&2', shell=True, stderr=subprocess.STDOUT) == b'out\nerr\n'
    big = bytes(range(256)) * 2000
    assert subprocess.run(['cat'], input=big, capture_output=True).stdout == big


def test_conversation():
    with subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as child:
        for index in range(3):
            child.stdin.write(f'line {index}\n')
            assert child.stdout.readline() == f'line {index}\n'
        assert child.poll() is None
        child.stdin.close()
        assert child.stdout.read() == '' and child.wait() == 0


def test_chain():
    first = subprocess.Popen(['echo', 'x y z'], stdout=subprocess.PIPE)
    second = subprocess.Popen(['wc', '-w'], stdin=first.stdout, stdout=subprocess.PIPE)
    first.stdout.close()
    assert second.communicate()[0].strip() == b'3' and first.wait() == 0


def test_environment_and_directory():
    os.environ['APPTEST'] = 'inherited'
    try:
        assert subprocess.check_output('echo $APPTEST', shell=True) == b'inherited\n'
    finally:
        del os.environ['APPTEST']
    assert subprocess.check_output('echo $APPTEST', shell=True) == b'\n'
    assert subprocess.check_output('echo $A', shell=True, env={'A': 'b', 'PATH': os.environ['PATH']}) == b'b\n'
    assert subprocess.check_output(['pwd'], cwd='/') == b'/\n'


def test_errors():
    assert str(raises(FileNotFoundError, subprocess.run, ['/nonexistent/prog'])) == "[Errno 2] No such file or directory: '/nonexistent/prog'"
    assert raises(FileNotFoundError, subprocess.run, ['no-such-program']).filename == 'no-such-program'
    assert raises(FileNotFoundError, subprocess.run, ['ls'], cwd='/no such folder').filename == '/no such folder'
    raises(PermissionError, subprocess.run, ['/etc/passwd'])
    error = raises(subprocess.CalledProcessError, subprocess.check_call, 'exit 3', shell=True)
    assert str(error) == "Command 'exit 3' returned non-zero exit status 3."


def test_signals_and_times():
    child = subprocess.Popen(['sleep', '10'])
    assert child.poll() is None
    child.terminate()
    assert child.wait() == -signal.SIGTERM
    assert subprocess.run(['sh', '-c', 'kill -9 $$']).returncode == -9
    error = raises(subprocess.TimeoutExpired, subprocess.run, ['sleep', '10'], timeout=0.05)
    assert str(error) == "Command '['sleep', '10']' timed out after 0.05 seconds"
    raises(ChildProcessError, os.waitpid, 2 ** 22 + 1, 0)


def test_files():
    with tempfile.TemporaryFile() as file:
        file.write(b'start\n')
        file.flush()
        subprocess.run(['echo', 'child'], stdout=file)
        file.seek(0)
        assert file.read() == b'start\nchild\n'
        file.seek(6)
        assert subprocess.run(['cat'], stdin=file, capture_output=True).stdout == b'child\n'
    assert subprocess.run(['echo', 'x'], stdout=subprocess.DEVNULL).returncode == 0


def test_python():
    code = 'import sys; print(sys.argv[1:], sys.stdin.read()); sys.exit(5)'
    done = subprocess.run([sys.executable, '-c', code, 'a b'], input='xyz', text=True, capture_output=True)
    assert (done.stdout, done.stderr, done.returncode) == ("['a b'] xyz\n", '', 5)


def test_pidfd():
    if not hasattr(os, 'pidfd_open'):
        return
    child = subprocess.Popen(['cat'], stdin=subprocess.PIPE)
    fd = os.pidfd_open(child.pid)
    assert select.select([fd], [], [], 0)[0] == []
    child.stdin.close()
    assert select.select([fd], [], [], 10)[0] == [fd]
    os.close(fd)
    assert child.wait() == 0


def test_system():
    assert os.system('exit 3') == 3 << 8
    assert os.system(b'kill -9 $$') == signal.SIGKILL
    assert str(raises(ValueError, os.system, 'a\0b')) == 'embedded null byte'
    assert str(raises(TypeError, os.system, 5)) == 'expected str, bytes or os.PathLike object, not int'


def test_files_that_nobody_closed():
    with tempfile.TemporaryDirectory() as folder:
        def write(name, text):
            open(os.path.join(folder, name), 'w').write(text)

        write('a', 'one')
        assert subprocess.run(['cat', os.path.join(folder, 'a')], capture_output=True).stdout == b'one'
        write('b', 'two')
        assert os.system(f'grep -q two {folder}/b') == 0


def test_order_of_output():
    code = "import os, subprocess; print('one'); subprocess.run(['echo', 'two']); os.system('echo three')"
    assert subprocess.run([sys.executable, '-E', '-c', code], capture_output=True).stdout == b'two\nthree\none\n'
