"""Trace functions that call, while they are told of an instruction, the very function that it is of."""

import sys

events = []


def three(*values):
    return 3


def gathered(*values, **more):
    total = len(values)
    for value in values:
        total += 1
    return total


class Seven:
    def __index__(self):
        return three() + 4


def tracer(frame, event, argument):
    three(events)
    gathered(event)
    events.append((event, frame.f_code.co_name, frame.f_lineno))
    return tracer


def last_call_of_all(frame, event, argument):
    events.append((event, frame.f_code.co_name))
    return last_call_of_all if three(event) == 3 else None


def show(trace, function):
    events.clear()
    sys.settrace(trace)
    function()
    sys.settrace(None)
    print(*events, sep='\n')
    print()


for trace in (tracer, last_call_of_all, tracer):
    show(trace, lambda: [three(1), three(2)])
    show(trace, lambda: sum(map(three, [1, 2])))
    show(trace, lambda: sorted([2, 1], key=three))
    show(trace, lambda: [gathered(1, 2), gathered(x=3)])
    show(trace, lambda: range(10)[Seven()])
