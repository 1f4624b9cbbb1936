# Frames of generators and coroutines that have ended belong to none.
import sys


def numbers():
    yield sys._getframe()
    yield 2


def ended(way):
    generator = numbers()
    frame = next(generator)
    before = frame.f_generator is generator
    try:
        way(generator)
    except ValueError:
        pass
    return before, frame.f_generator, generator.gi_frame


print(ended(list))
print(ended(lambda generator: generator.close()))
print(ended(lambda generator: generator.throw(ValueError())))


async def own():
    frame = sys._getframe()
    return frame, frame.f_generator is coroutine


coroutine = own()
try:
    coroutine.send(None)
except StopIteration as stop:
    frame, was = stop.value
    print(was, frame.f_generator)
print(sys._getframe().f_generator)
