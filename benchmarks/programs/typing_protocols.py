"""isinstance of runtime-checkable protocols: methods, attributes, protocols derived from protocols, objects that lack something."""

from collections.abc import Iterable, Sized
from typing import Protocol, SupportsFloat, SupportsIndex, runtime_checkable


@runtime_checkable
class Moves(Protocol):
    def move(self, dx, dy): ...


@runtime_checkable
class Draws(Moves, Protocol):
    colour: str

    def draw(self): ...


@runtime_checkable
class HasSize(Protocol):
    width: int
    height: int


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def move(self, dx, dy):
        self.x += dx
        self.y += dy


class Box(Point):
    def __init__(self, x, y, width, height):
        super().__init__(x, y)
        self.width = width
        self.height = height
        self.colour = "blue"

    def draw(self):
        return f"{self.width}x{self.height} at {self.x},{self.y}"


class Frame:
    def __init__(self, inner):
        self.inner = inner
        self.width = inner.width + 2
        self.height = inner.height + 2

    def __len__(self):
        return self.width

    def __float__(self):
        return float(self.width * self.height)


class Registered(Box):
    def __init__(self, number):
        super().__init__(number, number, number % 5, 3)

    def __index__(self):
        return self.x


def classify(thing, counts):
    if isinstance(thing, Draws):
        counts["draws"] += len(thing.draw())
    if isinstance(thing, Moves):
        thing.move(1, 2)
        counts["moves"] += 1
    if isinstance(thing, HasSize):
        counts["area"] += thing.width * thing.height
    if isinstance(thing, SupportsFloat):
        counts["float"] += float(thing)
    if isinstance(thing, SupportsIndex):
        counts["index"] += range(100_000)[thing]
    if isinstance(thing, (Sized, Iterable)):
        counts["sized"] += 1


def main(size=1_500):
    counts = dict.fromkeys(("draws", "moves", "area", "float", "index", "sized"), 0)
    things = [Point(1, 2), Box(3, 4, 5, 6), Frame(Box(0, 0, 7, 8)), "text", 9, 1.5, [1], None]
    for number in range(size):
        for thing in things:
            classify(thing, counts)
        classify(Registered(number), counts)
    return sorted(counts.items())


if __name__ == "__main__":
    print("typing protocols:", *main())
