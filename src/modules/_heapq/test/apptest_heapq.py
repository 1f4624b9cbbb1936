from _heapq import (heapify, heapify_max, heappop, heappop_max, heappush, heappush_max, heappushpop, heappushpop_max, heapreplace,
                    heapreplace_max)


def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        assert type(error) is kind, repr(error)
        return error.args[0] if error.args else None
    raise AssertionError("nothing raised")


def numbers(count, limit):
    x = 12345
    for i in range(count):
        x = (x * 1103515245 + 12345) % 2 ** 31
        yield (x >> 8) % limit


def test_sorting():
    for items in (list(numbers(200, 50)), [i / 4 for i in numbers(100, 30)], [(i, str(i)) for i in numbers(100, 10)], ['b', 'a', 'c']):
        heap = list(items)
        heapify(heap)
        assert all(heap[(i - 1) // 2] <= heap[i] for i in range(1, len(heap)))
        assert [heappop(heap) for i in items] == sorted(items)
        heap = []
        for item in items:
            heappush_max(heap, item)
        assert [heappop_max(heap) for i in items] == sorted(items, reverse=True)
        heap = list(items)
        heapify_max(heap)
        assert heap[0] == max(items)


def test_replacing():
    heap = [1, 3, 5]
    assert heapreplace(heap, 4) == 1 and heap == [3, 4, 5] and heappushpop(heap, 0) == 0 and heappushpop(heap, 9) == 3 and heappushpop([], 7) == 7
    heap = [5, 3, 1]
    assert heapreplace_max(heap, 2) == 5 and heappushpop_max(heap, 9) == 9 and heappushpop_max(heap, 0) == 3
    assert raises(IndexError, heappop, []) == 'index out of range' and raises(IndexError, heapreplace, [], 1) == 'index out of range'


def test_errors():
    assert raises(TypeError, heappush, (), 1) == 'heappush() argument 1 must be list, not tuple'
    assert raises(TypeError, heapify, ()) == 'heapify() argument must be list, not tuple'
    assert raises(TypeError, heapify, [1, 'a']) is not None

    class Grower:
        def __lt__(self, other):
            heap.append(1)
            return True
    for use in (lambda: heapify(heap), lambda: heappop(heap), lambda: heappush(heap, Grower()), lambda: heapreplace(heap, Grower())):
        heap = [Grower(), Grower(), Grower()]
        assert raises(RuntimeError, use) == 'list changed size during iteration'
