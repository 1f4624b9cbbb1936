"""Nested finally blocks, with statements and generators while an exception leaves the program."""
import contextlib


@contextlib.contextmanager
def managed(name):
    print("enter", name)
    try:
        yield
    finally:
        print("leave", name)


def produce():
    try:
        yield 1
        yield 2
    finally:
        print("generator finally")


def work():
    with managed("outer"), managed("inner"):
        try:
            for item in (g := produce()):
                try:
                    raise ValueError(item)
                finally:
                    g.close()
        finally:
            print("work finally")


class Guard:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        print("exit", kind.__name__)
        raise RuntimeError("exit replaced it")


with Guard():
    work()
