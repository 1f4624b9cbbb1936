"""Generator expressions over constants for a builtin, in loops that are left before the generator has begun, and in its middle."""


class Key:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        return self.value == other


class Missing(dict):
    def __missing__(self, key):
        return key


def looked_up(make, keys):
    results = []
    for turn, x in enumerate(keys):
        d = make()
        try:
            result = all(d[x] == 5 for _ in (1,))
        except KeyError:
            result = "KeyError"
        if turn >= 300:
            results.append(result)
    return results


def counted(make, keys):
    total = 0
    for x in keys:
        d = make()
        total += sum(1 for k in (1, 2, "three", 4.5) if k in d or k == x)
        total += any(d.get(x) == k for k in [2, 4])
    return total


for _ in range(2):
    for make in (lambda: {1: 2, 3: 4}, lambda: Missing({1: 2}), lambda: Missing({7: 5, "text": 5})):
        keys = [turn % 5 for turn in range(300)] + [Key(1), Key(7), 1, "text", Key(1), 2**70, None]
        print(looked_up(make, keys), counted(make, keys))
