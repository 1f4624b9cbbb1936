"""Copies of one code object, hot one after the other, and observed while others run."""

import sys
import types


def make(name):
    def function(x):
        total = 0
        for k in range(3):
            total += x * k
        return total

    function.__code__ = function.__code__.replace(co_name=name)
    return function


def hot(function, n):
    total = 0
    for i in range(n):
        total += function(i)
    return total


functions = [make(f'copy_{number}') for number in range(4)]
for function in functions:
    print(function.__code__.co_name, hot(function, 3000), function(2))
print([hot(function, 2000) for function in functions])


def echoes(n):
    """Each decorated generator function has a copy of the code."""

    @types.coroutine
    def echo(value):
        return (yield value * 2)

    async def twice(value):
        return await echo(value) + await echo(value + 1)

    total = 0
    for i in range(n):
        running = twice(i)
        total += running.send(None)
        total += running.send(5)
        try:
            running.send(6)
        except StopIteration as stop:
            total += stop.value
    return total


print([echoes(n) for n in (1, 2, 3, 2000, 3, 2000, 1)])


def traced(function):
    lines = []

    def trace(frame, event, argument):
        if frame.f_code.co_name.startswith('copy_'):
            lines.append((frame.f_code.co_name, event))
        return trace

    sys.settrace(trace)
    function(1)
    sys.settrace(None)
    return lines


first, second, third = functions[:3]
print(len(traced(first)), first(3), second(3), len(traced(third)), second(4), first(4))
bare = make('copy_last')
copy = types.FunctionType(bare.__code__.replace(co_firstlineno=1), {})
print(len(traced(bare)), copy(3), hot(copy, 2000), len(traced(copy)), hot(bare, 2000))
