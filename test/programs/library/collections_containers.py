"""The containers of collections, used the way their documentation suggests."""
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple
import collections.abc

# -- Counter ---------------------------------------------------------------------------------------------------

text = "it was the best of times it was the worst of times it was the age of wisdom"
words = Counter(text.split())
print(words.most_common(4))
print(words["it"], words["absent"], "absent" in words, words.total())
words.subtract(["it", "it", "it", "it"])
print(words["it"], +words == words, sorted((-words).items()))
a, b = Counter("abracadabra"), Counter(a=2, b=5, z=1)
for name, value in [("+", a + b), ("-", a - b), ("&", a & b), ("|", a | b)]:
    print(name, sorted(value.items()))
print(a <= a + b, a == Counter({"a": 5, "b": 2, "r": 2, "c": 1, "d": 1, "q": 0}))
print("".join(sorted(Counter(x=3, y=0, w=2).elements())))
a.update({"a": 10})
print(a, repr(Counter()))
try:
    Counter.fromkeys("abc", 2)
except NotImplementedError as error:
    print("fromkeys:", error)

# -- defaultdict -----------------------------------------------------------------------------------------------

index = defaultdict(list)
for position, word in enumerate(text.split()):
    index[word].append(position)
print(index["it"], dict(index)["of"], index.default_factory)
print(index.get("nothing"), len(index))


def tree():
    return defaultdict(tree)


taxonomy = tree()
taxonomy["animal"]["mammal"]["dog"] = 1
taxonomy["animal"]["bird"]["owl"] = 2


def plain(node):
    return {k: plain(v) for k, v in node.items()} if isinstance(node, dict) else node


print(plain(taxonomy))
strict = defaultdict(None, {1: "one"})
try:
    strict[2]
except KeyError as error:
    print("KeyError", error)
print(strict | {3: "three"}, {4: 4} | strict, defaultdict(int, a=1))


class KeyAware(defaultdict):
    def __missing__(self, key):
        self[key] = value = key * 2
        return value


print(KeyAware()["ab"], KeyAware(int, x=1))

# -- deque -----------------------------------------------------------------------------------------------------

recent = deque(maxlen=3)
for n in range(6):
    recent.append(n)
    print(list(recent), end=" ")
print(recent, recent.maxlen)
recent.appendleft(99)
recent.rotate(1)
print(recent, recent.index(99), recent.count(3))
line = deque("abcdef")
line.rotate(-2)
line.extendleft("xy")
print("".join(line), line[3], line[-1])
line.insert(2, "|")
line.remove("e")
del line[0]
print(line, line.copy() == line, line < deque("z"))
line.reverse()
print(line, line * 2 == line + line)
for action in [lambda: deque().pop(), lambda: deque([1], 1).insert(0, 2), lambda: line.remove("?"), lambda: line[50]]:
    try:
        action()
    except (IndexError, ValueError) as error:
        print(type(error).__name__, error)
try:
    for item in line:
        line.append(item)
except RuntimeError as error:
    print(error)

# -- namedtuple ------------------------------------------------------------------------------------------------

Point = namedtuple("Point", "x y z", defaults=[0, 0])
p = Point(1, z=5)
print(p, p._asdict(), p._replace(y=7), Point._fields, Point._field_defaults)
print(Point._make([1, 2, 3]), p[0] + p.z, p == (1, 0, 5), hash(p) == hash((1, 0, 5)))
for arguments in [(), (1, 2, 3, 4)]:
    try:
        Point(*arguments)
    except TypeError as error:
        print(error)
for names in ["class x", "_a b", "a a", "1a"]:
    try:
        namedtuple("Bad", names)
    except ValueError as error:
        print(error)
print(namedtuple("Renamed", "class x _a x", rename=True)._fields)


class Vector(namedtuple("VectorBase", ["dx", "dy"])):
    __slots__ = ()

    def __abs__(self):
        return (self.dx**2 + self.dy**2) ** 0.5

    def __add__(self, other):
        return Vector(self.dx + other.dx, self.dy + other.dy)


print(abs(Vector(3, 4)), Vector(1, 2) + Vector(3, 4), Vector.dx.__doc__)
match p:
    case Point(x=1, z=last):
        print("matched", last)

# -- OrderedDict and ChainMap ----------------------------------------------------------------------------------

od = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
od.move_to_end("a")
print(od, list(reversed(od)))
od.move_to_end("c", last=False)
print(od.popitem(), od.popitem(last=False), od)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1))
try:
    od.move_to_end("zzz")
except KeyError as error:
    print(repr(error))

defaults = {"colour": "red", "user": "guest"}
environment = {"user": "admin"}
settings = ChainMap({}, environment, defaults)
print(settings["user"], settings["colour"], len(settings), sorted(settings))
settings["user"] = "root"
child = settings.new_child({"colour": "blue"})
print(environment, settings.maps[0], child["colour"], child.parents["colour"])
del settings["user"]
print(settings["user"])
try:
    del settings["user"]
except KeyError as error:
    print(error)
print(settings)

# -- User* -----------------------------------------------------------------------------------------------------


class Insensitive(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.lower())

    def __contains__(self, key):
        return key.lower() in self.data


headers = Insensitive({"Content-Type": "text/plain"}, ACCEPT="*/*")
print(headers, headers["CONTENT-type"], "accept" in headers, headers.get("Accept"), headers.pop("accept"), len(headers))


class Stack(UserList):
    def push(self, item):
        self.append(item)
        return self


stack = Stack([1]).push(2).push(3)
print(stack, stack[:2], type(stack[:2]).__name__, stack + [4], stack.pop(), [0] + stack, stack * 2)
shout = UserString("hello").upper()
print(shout, type(shout).__name__, shout + "!", shout.center(11, "*"), "ELL" in shout, shout == "HELLO")

for cls in (dict, list, deque, str, range, set, Counter, ChainMap, UserList):
    bases = "Sized Iterable Container Collection Reversible Sequence MutableSequence Mapping MutableMapping Set Hashable"
    print(cls.__name__, [n for n in bases.split() if issubclass(cls, getattr(collections.abc, n))])
