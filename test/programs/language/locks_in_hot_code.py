"""Locks in hot code: `with`, errors inside, locks that are not held, classes of its own, paths as they are."""
import os
import threading
import traceback

lock = threading.RLock()
plain = threading.Lock()


def counted(n, lock, fail=-1):
    total = 0
    for i in range(n):
        with lock:
            if i == fail:
                raise ValueError(f"at {i}")
            total += i
    return total


for used in (lock, plain, lock, plain):
    print(counted(300, used))
    try:
        counted(300, used, 250)
    except ValueError as error:
        print(error, [frame.name for frame in traceback.extract_tb(error.__traceback__)])
print(plain.locked(), lock._is_owned())


class Noisy:
    def __init__(self):
        self.log = 0

    def __enter__(self):
        self.log += 1

    def __exit__(self, kind, value, where):
        self.log += 1000
        return kind is ValueError


noisy = Noisy()
print(counted(200, noisy), counted(200, noisy, 100), noisy.log)
print(counted(200, lock), counted(200, plain))


def nested(n):
    depth = 0
    for i in range(n):
        with lock, plain, lock:
            depth += lock._recursion_count() + plain.locked()
    return depth


print(nested(200), plain.locked(), lock._is_owned())


def unheld(n):
    errors = set()
    for i in range(n):
        try:
            if i % 2:
                lock.release()
            else:
                plain.release()
        except RuntimeError as error:
            errors.add(str(error))
    return sorted(errors)


print(unheld(300))


def unbalanced(n):
    errors = 0
    for i in range(n):
        try:
            with plain:
                if i % 3 == 0:
                    plain.release()
        except RuntimeError as error:
            errors += 1
            where = error.__traceback__.tb_lineno - unbalanced.__code__.co_firstlineno
    return errors, where, plain.locked()


print(unbalanced(300))


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


def names(paths):
    found = []
    for path in paths:
        found.append((os.fspath(path), os.path.basename(path), os.path.splitext(path)[1], os.path.normcase(path)))
    return found


class Text(str):
    pass


print(names(["/a/b.c", "x.tar.gz", ""] * 100)[-3:])
print(names([Text("/a/b.c"), b"/b/c.d", Path("/q/w.e"), "plain"] * 20)[-4:])
try:
    names(["a"] * 50 + [3])
except TypeError as error:
    print(error)


def many(n):
    out = []
    for i in range(n):
        out.append("{} {} {} {}".format(i, i + 1, "x", 2.5))
    return out[-1]


print(many(300), max(3, 1, 2, 9, 4), many(3))
