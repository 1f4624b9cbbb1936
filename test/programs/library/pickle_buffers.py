"""pickle.PickleBuffer: memory that is lent, and pickled within the stream or apart from it."""
import array
import pickle
import weakref
from pickle import PickleBuffer


def attempt(function, *args, **keywords):
    try:
        print(repr(function(*args, **keywords)).split(' at 0x')[0])
    except Exception as error:
        # CPython's own class of the error is of its module in C.
        print(type(error).__name__, error)


def lending():
    print(PickleBuffer, PickleBuffer.__doc__, 'PickleBuffer' in pickle.__all__)
    attempt(PickleBuffer)
    attempt(PickleBuffer, 1)
    attempt(PickleBuffer, b'a', b'b')
    attempt(PickleBuffer, buffer=b'x')
    attempt(PickleBuffer, b'x', a=1)
    buffer = PickleBuffer(bytearray(b'abc'))
    for action in (buffer.raw, buffer.release, buffer.raw, lambda: memoryview(buffer), lambda: bytes(buffer), buffer.release):
        attempt(action)
    print(weakref.ref(buffer)() is buffer, hash(buffer) == hash(buffer), buffer == PickleBuffer(b''), bytes(PickleBuffer(b'q')))
    attempt(setattr, buffer, 'x', 1)
    try:
        type('Own', (PickleBuffer,), {})
    except TypeError as error:
        print(error)


def views():
    contents = bytearray(b'abc')
    buffer = PickleBuffer(contents)
    with memoryview(buffer) as view, buffer.raw() as raw:
        print(view.obj is contents, view.readonly, view.format, raw.obj is contents)
        raw[1] = 0x42
        attempt(contents.append, 1)
    buffer.release()
    contents.append(1)
    print(contents)
    numbers = PickleBuffer(array.array('h', [1, 2]))
    for view in (numbers.raw(), memoryview(numbers)):
        print(view.format, view.shape, view.itemsize, view.nbytes, type(view.obj))
    print(PickleBuffer(b'abc').raw().readonly, PickleBuffer(memoryview(b'abcd').cast('B', (2, 2))).raw().shape)
    attempt(PickleBuffer(memoryview(b'abcdef')[::2]).raw)


class Image:
    def __init__(self, pixels):
        self.pixels = pixels

    def __reduce_ex__(self, protocol):
        return Image, (PickleBuffer(self.pixels) if protocol >= 5 else bytes(self.pixels),)


def pickling():
    for pixels in (b'bytes', bytearray(b'array'), memoryview(b'view'), array.array('b', [1, 2])):
        for protocol in (2, 4, 5):
            attempt(lambda: pickle.loads(pickle.dumps(Image(pixels), protocol)).pixels)
        apart = []
        stream = pickle.dumps(Image(pixels), 5, buffer_callback=apart.append)
        print(stream, [bytes(part) for part in apart])
        attempt(pickle.loads, stream)
        for given in (apart, [], [b'other'], [bytearray(b'mine')]):
            attempt(lambda: pickle.loads(stream, buffers=given).pixels)
        print(pickle.dumps(Image(pixels), 5, buffer_callback=lambda buffer: True))
    attempt(pickle.dumps, PickleBuffer(b'x'), 4)
    attempt(pickle.dumps, 1, 4, buffer_callback=print)


lending()
views()
pickling()
