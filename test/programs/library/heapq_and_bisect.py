"""Priority queues and sorted lists: heapq, bisect and what people build on them."""
import bisect
import heapq
import itertools
import random
from dataclasses import dataclass, field
from operator import attrgetter

rng = random.Random(20)
values = [rng.randrange(100) for _ in range(15)]
heap = values[:]
heapq.heapify(heap)
print(values, heap, sep="\n")
print(all(heap[i] <= heap[c] for i in range(len(heap)) for c in (2 * i + 1, 2 * i + 2) if c < len(heap)))
heapq.heappush(heap, 3)
print(heapq.heappop(heap), heapq.heappushpop(heap, 0), heapq.heapreplace(heap, 50), heap[0])
print([heapq.heappop(heap) for _ in range(len(heap))])
print(heapq.nlargest(3, values), heapq.nsmallest(3, values), heapq.nlargest(2, values, key=lambda v: -v % 7))
print(heapq.nlargest(1, "word"), heapq.nsmallest(0, [1]), heapq.nsmallest(10, [2, 1]))
print(list(heapq.merge([1, 4, 9], [2, 3], [], [0, 10])))
print(list(heapq.merge(["dog", "horse"], ["cat", "fish", "kangaroo"], key=len)))
print(list(heapq.merge([9, 5, 1], [8, 2], reverse=True)))
tops = [5, 1, 8]
heapq.heapify_max(tops)
heapq.heappush_max(tops, 9)
print(heapq.heappop_max(tops), heapq.heappushpop_max(tops, 4), heapq.heapreplace_max(tops, 2), tops)
for broken in [lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heapify((1, 2)), lambda: heapq.heappush([1], "a")]:
    try:
        broken()
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)


# A scheduler with stable order and removable entries, as the documentation describes it.
class TaskQueue:
    REMOVED = object()

    def __init__(self):
        self.heap, self.entries, self.counter = [], {}, itertools.count()

    def add(self, task, priority=0):
        if task in self.entries:
            self.remove(task)
        entry = [priority, next(self.counter), task]
        self.entries[task] = entry
        heapq.heappush(self.heap, entry)

    def remove(self, task):
        self.entries.pop(task)[-1] = self.REMOVED

    def pop(self):
        while self.heap:
            priority, _, task = heapq.heappop(self.heap)
            if task is not self.REMOVED:
                del self.entries[task]
                return priority, task
        raise KeyError("pop from an empty priority queue")


queue = TaskQueue()
for task, priority in [("write", 5), ("test", 5), ("plan", 1), ("ship", 9), ("write", 2)]:
    queue.add(task, priority)
queue.remove("ship")
while True:
    try:
        print(queue.pop(), end=" ")
    except KeyError as error:
        print(error)
        break


@dataclass(order=True)
class Event:
    when: float
    name: str = field(compare=False)


agenda = []
for e in [Event(3.5, "c"), Event(1.0, "a"), Event(2.25, "b")]:
    heapq.heappush(agenda, e)
print([heapq.heappop(agenda).name for _ in range(3)])


class Median:
    """The running median of a stream with two heaps."""

    def __init__(self):
        self.low, self.high = [], []

    def add(self, x):
        heapq.heappush(self.high, -heapq.heappushpop(self.low, -x))
        if len(self.high) > len(self.low):
            heapq.heappush(self.low, -heapq.heappop(self.high))

    @property
    def value(self):
        return -self.low[0] if len(self.low) > len(self.high) else (self.high[0] - self.low[0]) / 2


median = Median()
for v in values:
    median.add(v)
    print(median.value, end=" ")
print()

# -- bisect ----------------------------------------------------------------------------------------------------

scores = [10, 20, 20, 20, 30]
for x in (5, 10, 20, 25, 35):
    print(x, bisect.bisect_left(scores, x), bisect.bisect_right(scores, x), bisect.bisect(scores, x, 2, 4))
grade = lambda score: "FDCBA"[bisect.bisect([60, 70, 80, 90], score)]  # noqa: E731
print([grade(s) for s in [33, 99, 77, 70, 89, 90, 100]])
ordered = []
for v in values:
    bisect.insort(ordered, v)
print(ordered == sorted(values))


@dataclass
class Movie:
    name: str
    released: int
    director: str = ""


movies = [Movie("Jaws", 1975), Movie("Titanic", 1997), Movie("Birds", 1963), Movie("Aliens", 1986)]
movies.sort(key=attrgetter("released"))
bisect.insort(movies, Movie("Love Story", 1970), key=attrgetter("released"))
print([m.name for m in movies], bisect.bisect_left(movies, 1980, key=attrgetter("released")))


def find_le(a, x):
    if i := bisect.bisect_right(a, x):
        return a[i - 1]
    raise ValueError(f"no item <= {x}")


print(find_le(ordered, 50), bisect.bisect(range(0, 10**12, 3), 10**9))
try:
    find_le(ordered, -1)
except ValueError as error:
    print(error)
try:
    bisect.bisect([1], 1, lo=-1)
except ValueError as error:
    print(error)
print(bisect.bisect_right.__name__, bisect.bisect([3, 2, 1][::-1], 2), bisect.insort_left([1, 2], 1.5))
