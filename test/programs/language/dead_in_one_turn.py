"""Objects that only weak references refer to die while a program runs that never waits."""

# Runs in a process of its own.

import weakref


class Block:
    def __init__(self, number):
        self.data = [number] * 2000


def until_some_died(limit):
    called = []
    references = []
    for number in range(limit):
        references.append(weakref.ref(Block(number), called.append))
        if called:
            break
    # Who is called back is dead, has been called once, and is one of ours.
    return bool(called), all(dead() is None for dead in called), all(dead.__callback__ is None for dead in called)


def in_dictionary(limit):
    values = weakref.WeakValueDictionary()
    first = values['first'] = Block(0)
    for number in range(limit):
        values[number] = Block(number)
        if len(values) <= number:
            break
    return len(values) < limit, values['first'] is first


def in_set(limit):
    kept = [Block(number) for number in range(10)]
    blocks = weakref.WeakSet(kept)
    for number in range(limit):
        blocks.add(Block(number))
        if len(blocks) < number:
            break
    return len(blocks) < limit, blocks.issuperset(kept)


def finalized(limit):
    called = []
    for number in range(limit):
        weakref.finalize(Block(number), called.append, number)
        if called:
            break
    return len(called) > 0


print(until_some_died(200_000))
print(in_dictionary(200_000))
print(in_set(200_000))
print(finalized(200_000))
