"""A variable that is now bound and now unbound, where compiled code has met both too often to guard against either."""


class Empty:
    pass


full = Empty()
full.x = 5


def after_handler(p):
    try:
        v = p.x
    except AttributeError:
        pass
    return v


def after_branch(p):
    if p is full:
        v = 5
    return v


def after_unpacking(p):
    for _ in range(2):
        try:
            v, *w = p.x, p
        except AttributeError:
            pass
    return v, len(w)


def cell(p):
    if p is full:
        v = 5

    def inner():
        return v

    return v + 0 * len(inner.__name__)


def free(p):
    if p is full:
        v = 5

    def inner():
        return v

    return inner()


def delete_cell(p):
    v = 5
    if p is not full:
        del v

    def inner():
        nonlocal v
        del v
        return 6

    return inner()


def deleted(p):
    v = 5
    if p is not full:
        del v
    del v
    return 7


def name(p):
    if p is full:
        globals()["late"] = 5
    else:
        globals().pop("late", None)
    return late


def attribute(p):
    return p.x


def of_class(p):
    if p is full:
        y = 1

    class C:
        z = y

    return C.z


for function in (after_handler, after_branch, after_unpacking, cell, free, delete_cell, deleted, name, attribute, of_class):
    for sequence in ((0, 0, 0, 1), (1, 1, 1, 0), (0, 1)):
        counts = {}
        for turn in range(200 if function is of_class else 3000):
            try:
                result = function(full if sequence[turn % len(sequence)] else Empty())
            except (NameError, AttributeError) as error:
                result = f"{type(error).__name__}: {error}"
            counts[result] = counts.get(result, 0) + 1
        print(function.__name__, sequence, counts)
