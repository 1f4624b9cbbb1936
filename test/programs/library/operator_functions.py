"""operator: every operator as a function, getters and callers."""
import operator as op
from collections import namedtuple
from functools import reduce

names = "add sub mul truediv floordiv mod pow lshift rshift and_ or_ xor lt le eq ne ge gt".split()
for a, b in ((7, 3), (-7, 2), (6.5, 2), (True, 3)):
    results = []
    for name in names:
        try:
            results.append(f"{name}={getattr(op, name)(a, b)}")
        except TypeError:
            results.append(f"{name}=-")
    print(a, b, *results)
print(op.neg(3), op.pos(-3), op.abs(-3), op.inv(5), op.invert(0), op.not_([]), op.truth([0]), op.index(True), op.is_(None, None), op.is_not(1, None), op.is_none(None), op.is_not_none(0), op.concat([1], [2]), op.contains("abc", "b"), op.countOf([1, 2, 1], 1), op.indexOf("abc", "c"), op.length_hint([1, 2]), op.matmul)
for name in ("iadd", "iconcat", "imul", "ior", "isub"):
    target = {1, 2} if name in ("ior", "isub") else [1]
    result = getattr(op, name)(target, {2} if name in ("ior", "isub") else 2 if name == "imul" else [3])
    print(name, result, result is target)
data = {"k": [10, 20, 30]}
op.setitem(data, "z", 1)
op.delitem(data, "z")
print(op.getitem(data["k"], slice(1, None)), data, op.itemgetter(1)("abc"), op.itemgetter(2, 0, -1)([5, 6, 7, 8]), op.itemgetter("k")(data), op.itemgetter(slice(0, 2))("xyz"))
Person = namedtuple("Person", "name age address")
Address = namedtuple("Address", "town")
people = [Person("Bob", 30, Address("Ulm")), Person("Ann", 25, Address("Bern")), Person("Cy", 30, Address("Aix"))]
print([p.name for p in sorted(people, key=op.attrgetter("age", "name"))], [p.name for p in sorted(people, key=op.attrgetter("address.town"))], op.attrgetter("name", "address.town")(people[0]))
print(op.methodcaller("upper")("x"), op.methodcaller("replace", "a", "b", 1)("aaa"), op.methodcaller("split", sep=",", maxsplit=1)("1,2,3"), repr(op.itemgetter(1, 2)), repr(op.attrgetter("a.b", "c")), repr(op.methodcaller("m", 1, k=2)), op.call(max, 3, 9, key=op.neg))
print(reduce(op.mul, range(1, 8)), list(map(op.sub, [5, 6], [1, 2])), max(people, key=op.itemgetter(1)).name, sorted({"b": 1, "a": 2}.items(), key=op.itemgetter(1)))
for wrong in [lambda: op.itemgetter(), lambda: op.attrgetter(5), lambda: op.methodcaller(), lambda: op.itemgetter(9)([1]), lambda: op.attrgetter("x.y")(people[0]), lambda: op.concat(1, 2), lambda: op.index(1.5), lambda: op.indexOf([1], 2), lambda: op.length_hint(5, "x"), lambda: op.contains(5, 1), lambda: op.add(1), lambda: op.lshift(1, -1), lambda: op.methodcaller("nope")(1), lambda: op.iconcat(1, [2]), lambda: op.countOf(5, 1), lambda: op.matmul(1, 2)]:
    try:
        print("fine", wrong())
    except (TypeError, IndexError, AttributeError, ValueError) as error:
        print(type(error).__name__, error)


class Vector:
    def __init__(self, *xs):
        self.xs = xs

    def __matmul__(self, other):
        return sum(map(op.mul, self.xs, other.xs))

    def __imatmul__(self, other):
        return Vector(*(x * 2 for x in self.xs))

    def __length_hint__(self):
        return len(self.xs)

    def __concat__(self, other):
        return "never"


v = Vector(1, 2, 3)
print(op.matmul(v, v), op.imatmul(v, v).xs, op.length_hint(v), op.length_hint(object(), 7), op.__add__ is op.add, sorted(set(op.__all__) - set(dir(op))), len(op.__all__))
CALCULATOR = {"+": op.add, "-": op.sub, "*": op.mul, "/": op.truediv, "^": op.pow, "neg": op.neg}


def rpn(text):
    stack = []
    for word in text.split():
        if function := CALCULATOR.get(word):
            arguments = [stack.pop() for _ in range(1 if word == "neg" else 2)]
            stack.append(function(*reversed(arguments)))
        else:
            stack.append(float(word))
    return stack


print(rpn("3 4 + 2 * 7 /"), rpn("2 3 ^ neg 1"), rpn("5 1 2 + 4 * + 3 -"))
