"""While a view of a bytearray is in use its size cannot change; a view that nobody holds does not count."""


def raises(exception, function, *args):
    try:
        function(*args)
    except exception as error:
        return str(error)
    raise AssertionError(f'{exception.__name__} was not raised')


LOCKED = 'Existing exports of data: object cannot be re-sized'


def test_held_in_a_local():
    data = bytearray(b'abcdef')
    view = memoryview(data)
    assert raises(BufferError, data.append, 1) == LOCKED
    assert raises(BufferError, data.pop) == LOCKED
    assert raises(BufferError, data.clear) == LOCKED
    assert data == b'abcdef'
    data[0] = 65
    data[1:3] = b'xy'
    assert view.tobytes() == b'Axydef'
    view.release()
    data.append(1)
    assert data == b'Axydef\x01'


def test_forgotten():
    data = bytearray(b'abcdef')
    assert bytes(memoryview(data)[:2]) == b'ab'
    del data[:2]
    assert data == b'cdef'
    view = memoryview(data)
    del view
    data.extend(b'gh')
    assert data == b'cdefgh'


def test_held_in_containers():
    for keep in (lambda view: [view], lambda view: (1, view), lambda view: {'a': [view]}):
        data = bytearray(b'abc')
        kept = keep(memoryview(data)[1:])
        assert raises(BufferError, data.append, 1) == LOCKED
        kept = None
        data.append(1)
        assert data == b'abc\x01'


def test_held_by_an_instance():
    class Holder:
        pass

    holder = Holder()
    data = bytearray(b'abc')
    holder.view = memoryview(data)
    assert raises(BufferError, data.append, 1) == LOCKED
    with holder.view:
        pass
    data.append(1)


def test_with():
    data = bytearray(b'abc')
    with memoryview(data) as view:
        assert raises(BufferError, data.append, 1) == LOCKED
        assert view[0] == 97
    data.append(1)


def test_same_size_is_allowed():
    data = bytearray(b'abc')
    view = memoryview(data)
    data[:] = b'xyz'
    data.reverse()
    assert view.tolist() == [122, 121, 120]
