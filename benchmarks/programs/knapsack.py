"""Knapsack and its relatives: tables, memoized recursion, branch and bound, subset sums in big-integer bits."""


class Item:
    __slots__ = ("name", "weight", "value")

    def __init__(self, name, weight, value):
        self.name = name
        self.weight = weight
        self.value = value

    def __repr__(self):
        return f"{self.name}({self.weight}, {self.value})"


def make_items(count):
    return [Item(f"item{i}", 3 + i * 37 % 41, 10 + i * 53 % 67) for i in range(count)]


def by_table(items, capacity):
    best = [0] * (capacity + 1)
    for item in items:
        weight, value = item.weight, item.value
        for room in range(capacity, weight - 1, -1):
            with_item = best[room - weight] + value
            if with_item > best[room]:
                best[room] = with_item
    return best[capacity]


def by_recursion(items, capacity):
    memory = {}

    def best(index, room):
        if index == len(items):
            return 0, ()
        key = index, room
        if key not in memory:
            item = items[index]
            without = best(index + 1, room)
            memory[key] = without
            if item.weight <= room:
                value, names = best(index + 1, room - item.weight)
                if value + item.value > without[0]:
                    memory[key] = value + item.value, (item.name, *names)
        return memory[key]

    return best(0, capacity)


def by_branch_and_bound(items, capacity):
    items = sorted(items, key=lambda item: item.value / item.weight, reverse=True)
    found = visited = 0

    def bound(index, room):
        total = 0.0
        for item in items[index:]:
            if item.weight > room:
                return total + item.value * room / item.weight
            room -= item.weight
            total += item.value
        return total

    def visit(index, room, value):
        nonlocal found, visited
        visited += 1
        found = max(found, value)
        if index < len(items) and value + bound(index, room) > found:
            item = items[index]
            if item.weight <= room:
                visit(index + 1, room - item.weight, value + item.value)
            visit(index + 1, room, value)

    visit(0, capacity, 0)
    return found, visited


def subset_sums(weights):
    """Bit n of the result says whether some subset weighs n."""
    reachable = 1
    for weight in weights:
        reachable |= reachable << weight
    return reachable.bit_count()


def coin_ways(amount, coins):
    ways = [1] + [0] * amount
    for coin in coins:
        for total in range(coin, amount + 1):
            ways[total] += ways[total - coin]
    return ways[amount]


def main(size=110, capacity=2_000):
    items = make_items(size)
    value = by_table(items, capacity)
    remembered, names = by_recursion(items, capacity)
    bounded, visited = by_branch_and_bound(items, capacity)
    assert value == remembered == bounded
    coins = coin_ways(10_000, (1, 2, 5, 10, 20, 50, 100, 200))
    result = value, len(names), names[:3], visited, subset_sums([item.weight for item in items]), coins
    assert (size, capacity) != (110, 2_000) or result == (4422, 93, ('item0', 'item1', 'item2'), 422, 2546, 1133873304647601), result
    return result


if __name__ == "__main__":
    print("knapsack:", *main())
