"""array.insert, append and extend convert an item to see that it can be, and again when they store it; lists and tuples are converted once."""
from array import array


class Number:
    def __init__(self, name, *results):
        self.name = name
        self.results = list(results)

    def __index__(self):
        print("index", self.name)
        result = self.results.pop(0) if self.results else 5
        if isinstance(result, Exception):
            raise result
        return result() if callable(result) else result

    def __float__(self):
        print("float", self.name)
        return 5.0


for code in "bBhHiIlLqQfd":
    print(code)
    a = array(code, [1, 2, 3])
    a.insert(1, Number("insert"))
    a.append(Number("append"))
    a[1] = Number("set")
    a.extend([Number("extend")])
    a.fromlist([Number("fromlist")])
    a.insert(Number("position"), Number("insert"))
    print(a)
    print(array(code, [Number("list")]), array(code, (Number("tuple"),)), array(code, iter([Number("iterator")])))


def attempt(a, *results):
    try:
        a.insert(1, Number("odd", *results))
    except Exception as error:
        print(type(error).__name__, error)
    print(a)


a = array("i", [1, 2, 3])
attempt(a, 3, 4)
attempt(a, 3, ValueError("second"))
attempt(a, ValueError("first"))
attempt(a, 3, 10**10)
attempt(a, 3, 10**100)
attempt(a, lambda: a.append(8) or 4, 10)
attempt(a, 7, lambda: a.append(77) or 4)
