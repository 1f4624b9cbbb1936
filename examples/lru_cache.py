"""Caches: least recently used by a linked list, by an ordered dict, and least frequently used; with a decorator."""


class Link:
    __slots__ = ("key", "value", "before", "after")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.before = self.after = self


class LruCache:
    """The ring of links runs from the most recently used key to the least recently used one."""

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("a cache must hold something")
        self.capacity = capacity
        self.links = {}
        self.ring = Link()
        self.hits = self.misses = 0

    def __len__(self):
        return len(self.links)

    def __contains__(self, key):
        return key in self.links

    def __iter__(self):
        link = self.ring.after
        while link is not self.ring:
            yield link.key
            link = link.after

    def __getitem__(self, key):
        try:
            link = self.links[key]
        except KeyError:
            self.misses += 1
            raise
        self.hits += 1
        self._unlink(link)
        self._link_first(link)
        return link.value

    def __setitem__(self, key, value):
        if (link := self.links.get(key)) is not None:
            link.value = value
            self._unlink(link)
        else:
            if len(self) == self.capacity:
                del self[self.ring.before.key]
            link = self.links[key] = Link(key, value)
        self._link_first(link)

    def __delitem__(self, key):
        self._unlink(self.links.pop(key))

    def _unlink(self, link):
        link.before.after, link.after.before = link.after, link.before

    def _link_first(self, link):
        first = self.ring.after
        link.before, link.after = self.ring, first
        self.ring.after = first.before = link

    def __repr__(self):
        inner = ", ".join(f"{key!r}: {self.links[key].value!r}" for key in self)
        return f"{type(self).__name__}({self.capacity}, {{{inner}}})"


class DictCache(dict):
    """The same with a dict's own order: the first key is the oldest."""

    def __init__(self, capacity):
        super().__init__()
        self.capacity = capacity

    def __getitem__(self, key):
        value = self.pop(key)
        super().__setitem__(key, value)
        return value

    def __setitem__(self, key, value):
        self.pop(key, None)
        super().__setitem__(key, value)
        if len(self) > self.capacity:
            del self[next(iter(self))]

    def __missing__(self, key):
        raise LookupError(f"{key} was never stored")


class LfuCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.values = {}
        self.uses = {}

    def get(self, key, default=None):
        if key not in self.values:
            return default
        self.uses[key] += 1
        return self.values[key]

    def put(self, key, value):
        if key not in self.values and len(self.values) >= self.capacity:
            victim = min(self.uses, key=self.uses.get)
            del self.values[victim], self.uses[victim]
        self.values[key] = value
        self.uses.setdefault(key, 0)


def cached(capacity=8, /, *, key=None):
    """A decorator with arguments; the cache hangs on the function."""

    def decorate(function):
        store = LruCache(capacity)

        def wrapper(*args, **kwargs):
            name = key(*args, **kwargs) if key else (args, tuple(sorted(kwargs.items())))
            try:
                return store[name]
            except KeyError:
                result = store[name] = function(*args, **kwargs)
                return result

        wrapper.cache = store
        wrapper.__name__ = function.__name__
        wrapper.__doc__ = function.__doc__
        wrapper.__wrapped__ = function
        return wrapper

    return decorate


@cached(64)
def ways(stairs):
    """In how many ways can one climb by one, two or three steps?"""
    if stairs < 0:
        return 0
    return 1 if stairs == 0 else ways(stairs - 1) + ways(stairs - 2) + ways(stairs - 3)


@cached(2, key=lambda text, **_: text.lower())
def shout(text, *, mark="!"):
    print(f"   (shouting {text})")
    return text.upper() + mark


def replay(cache, requests):
    """What happens to a cache by these requests, as a string of hits and misses."""
    marks = []
    for request in requests:
        try:
            cache[request]
            marks.append("+")
        except KeyError:
            cache[request] = ord(request)
            marks.append(".")
    return "".join(marks)


def main():
    cache = LruCache(3)
    for word in "one two three two four".split():
        cache[word] = len(word)
        print(f"stored {word:5} -> {cache}")
    print("two" in cache, "one" in cache, cache["three"], list(cache))
    try:
        cache["one"]
    except KeyError as error:
        print("missing:", error, "hits", cache.hits, "misses", cache.misses)

    requests = "abcabdaebacdfabcaab"
    for size in range(1, 6):
        print(size, replay(LruCache(size), requests))

    recent = DictCache(2)
    recent["x"], recent["y"] = 1, 2
    recent["x"] += 10
    recent["z"] = 3
    print(recent, list(recent))

    frequent = LfuCache(2)
    frequent.put("a", 1)
    frequent.put("b", 2)
    print(frequent.get("a"), frequent.get("b"), frequent.get("b"))
    frequent.put("c", 3)
    print(frequent.get("a", "gone"), frequent.values, frequent.uses)

    print(ways(30), ways.__name__, "-", ways.__doc__)
    print(ways.cache.hits, ways.cache.misses, len(ways.cache), ways.__wrapped__ is not ways)
    print(shout("hello"), shout("HELLO", mark="?"), shout("a"), shout("b"), shout("Hello"))
    try:
        LruCache(0)
    except ValueError as error:
        print("ValueError:", error)


if __name__ == "__main__":
    main()
