"""Settings of what is no terminal, and the constants."""
import io
import os
import termios
import tty

reader, writer = os.pipe()


class File:
    def __init__(self, number):
        self.number = number

    def fileno(self):
        return self.number


ALL = [1] * 6 + [[b'a'] * 32]
CALLS = """
tcgetattr(reader)
tcgetattr(999)
tcgetattr(-1)
tcgetattr('a')
tcgetattr(File(reader))
tcgetattr(File('a'))
tcgetattr(File(-1))
tcgetattr(2**40)
tcgetattr(1.5)
tcgetattr(io.StringIO())
tcgetattr()
tcgetattr(fd=reader)
tcsetattr(reader, 0, [])
tcsetattr(reader, 0, 5)
tcsetattr(reader, 0, (1,) * 7)
tcsetattr(reader, 'a', [])
tcsetattr(reader, 0)
tcsetattr(reader, 0, ALL)
tcsetattr(reader, 99, ALL)
tcsetattr(reader, 0, ['a'] * 7)
tcsetattr(999, 0, ALL)
tcdrain(reader)
tcdrain('a')
tcdrain(-1)
tcflush(reader, 0)
tcflush(reader, 99)
tcflush(reader, 'a')
tcgetwinsize(reader)
tcsetwinsize(reader, (1, 2))
tcsetwinsize(reader, [1, 2])
tcsetwinsize(reader, 5)
tcsetwinsize(reader, (1, 2, 3))
tcsetwinsize(reader, 'ab')
tcsetwinsize(reader, (70000, 2))
tcsetwinsize(reader, (2**70, 2))
"""
for line in CALLS.split('\n')[1:-1]:
    try:
        result = eval('termios.' + line)
    except Exception as error:
        print(line, type(error).__name__, error, error.args)
    else:
        print(line, result)
for call in tty.setraw, tty.setcbreak:
    try:
        call(reader)
    except termios.error as error:
        print(call.__name__, error.args)
print(termios.error, termios.error.__mro__)
numbers = {name: value for name, value in vars(termios).items() if isinstance(value, int)}
print(len(numbers), sorted(numbers.items()))
mode = [0xffffffff] * 4 + [9600, 9600, [0] * 32]
tty.cfmakeraw(mode)
print(mode)
tty.cfmakecbreak(mode)
print(mode)
