"""All items of a dictionary at once: of small ones, of those with holes, of large ones."""

from collections import OrderedDict, defaultdict


def made(count):
    return {f"k{index}": index for index in range(count)}


def listed(table):
    return list(table.items())


for count in (0, 1, 2, 3, 4, 5, 8, 9, 31, 32, 33, 40):
    for _ in range(80):
        pairs = listed(made(count))
    print(count, len(pairs), pairs[:2], pairs[-1:], sorted(made(count).items(), reverse=True)[:2], tuple(made(count).items())[-2:])

for count in (1, 2, 3, 8, 20, 36):
    for place in (0, -1, count // 2):
        table = made(count)
        seen = []
        while len(table) > 1:
            del table[list(table)[min(place, len(table) - 1)]]
            seen.append(listed(table))
            if len(table) == count // 3:
                table["again"] = count
                table["k1"] = "moved"
                seen.append(listed(table))
                break
        print(count, place, seen[-2:], [len(pairs) for pairs in seen])

first = listed({"a": 1, "b": 2.5})
first.append(("c", None))
first[0] = 7
print(first, listed({1: "x", 2.5: "y", None: "z"}), listed(defaultdict(int, a=1)), listed(OrderedDict(b=2, a=1)))
