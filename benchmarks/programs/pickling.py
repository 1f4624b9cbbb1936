"""Pickling in Python code: an object graph with shared parts, classes with state and cycles, written and read back."""

import pickle


class Person:
    def __init__(self, name, age):
        self.name = name
        self.age = age
        self.friends = []
        self.address = None


class Address:
    __slots__ = ("street", "city", "tags")

    def __init__(self, street, city, tags):
        self.street = street
        self.city = city
        self.tags = tags

    def __getstate__(self):
        return self.street, self.city, self.tags

    def __setstate__(self, state):
        self.street, self.city, self.tags = state


def community(size):
    addresses = [Address(f"street {i}", f"city {i % 7}", frozenset({"home", f"zone {i % 5}"})) for i in range(size // 4 + 1)]
    people = [Person(f"person {i}", 20 + i % 60) for i in range(size)]
    for i, person in enumerate(people):
        person.address = addresses[i % len(addresses)]
        person.friends = [people[max(i - step, 0)] for step in (0, 3, 7)]
    return {"people": people, "index": {person.name: person for person in people}, "numbers": [i * 1.5 for i in range(size)]}


def summary(world):
    people = world["people"]
    shared = len({id(person.address) for person in people})
    ages = sum(friend.age for person in people for friend in person.friends)
    same = all(world["index"][person.name] is person for person in people)
    tags = sorted({tag for person in people for tag in person.address.tags})
    return len(people), shared, ages, same, tags[:3], sum(world["numbers"])


def main(size=2_400):
    world = community(size)
    expected = summary(world)
    for protocol in (2, 4, 5):
        assert summary(pickle._loads(pickle._dumps(world, protocol))) == expected
    return expected


if __name__ == "__main__":
    print("pickling:", *main())
