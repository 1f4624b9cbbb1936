"""Inserting, popping and turning around lists of every kind, near and far from their ends."""


def like(item, count):
    return [item(i) for i in range(count)]


def inserted(items, index, value):
    at = max(index + len(items), 0) if index < 0 else min(index, len(items))
    return items[:at] + [value] + items[at:]


kinds = {"int": lambda i: i, "float": lambda i: i / 2, "str": str, "mixed": lambda i: (i, i / 2, str(i))[i % 3]}
for name, item in kinds.items():
    checks = 0
    for count in (1, 2, 3, 31, 32, 33, 34, 70):
        items = like(item, count)
        for index in range(-count - 2, count + 2):
            for value in item(99), "x", 1.5, 7, 2**60, None:
                changed = items[:]
                changed.insert(index, value)
                assert changed == inserted(items, index, value), (count, index, value)
                checks += 1
            if -count <= index < count:
                changed = items[:]
                popped = changed.pop(index)
                at = index % count
                assert popped == items[at] and type(popped) is type(items[at])
                assert changed == items[:at] + items[at + 1 :], (count, index)
                changed.append(popped)
                changed.insert(0, popped)
                assert changed == [popped] + items[:at] + items[at + 1 :] + [popped]
                checks += 1
            turned = items[index::-1]
            assert turned == [items[i] for i in range(*slice(index, None, -1).indices(count))], (count, index)
            turned.append("end")
            turned.insert(0, 2.5)
            assert len(items) == count and turned[-1] == "end" and turned[0] == 2.5
    print(name, checks)



def hot(items, count, index, value):
    """In compiled code, too, with what it does not expect in the end."""
    for turn in range(count):
        items.insert(index, items.pop())
        items.insert(turn % 5 - 2, items.pop(index))
    items.insert(index, value)
    return items


class Index:
    def __index__(self):
        return 1


for index, value in (1, 2), (-3, 2.5), (40, "x"), (2**60, None), (True, 1), (Index(), 2), ("1", 2):
    try:
        print(hot(list(range(8)), 200, 1, 0), hot(list(range(8)), 2, index, value))
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)


def emptied(items, count):
    popped = 0
    try:
        for _ in range(count):
            items.pop()
            popped += 1
        items.pop(0)
    except IndexError as error:
        return popped, str(error), error.__traceback__.tb_lineno - emptied.__code__.co_firstlineno
    return popped


print([emptied([0.5] * length, 5) for length in range(8)] * 2)
for wrong in range(60):
    for call in (lambda: [].pop(1, 2), lambda: [].insert(1), lambda: [].insert(1, 2, 3), lambda: [].append(), lambda: [1].pop("0")):
        try:
            call()
        except TypeError as error:
            if wrong == 59:
                print(error)

rotated = list(range(40))
for step in range(1, 40):
    rotated.insert(step, rotated.pop(0))
print(rotated)
