"""Objects that compiled code does not make: what becomes of them where they are seen after all."""

import copy
import sys
import weakref


class Vec:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y, self.z + other.z)

    def __mul__(self, factor):
        return Vec(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def __repr__(self):
        return f"Vec({self.x!r}, {self.y!r}, {self.z!r})"


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)

    def swap(self):
        self.x, self.y = self.y, self.x


def repeat(function, *arguments, times=400):
    result = None
    for _ in range(times):
        result = function(*arguments)
    return result


# Temporaries

def temporaries(a, b):
    return ((a + b) * 0.5 + a).dot(b)


print(repeat(temporaries, Vec(1.0, 2.0, 3.0), Vec(0.5, 0.25, 4.0)))
print(temporaries(Vec(1, 2, 3), Vec(4, 5, 6)), temporaries(Vec(2**60, 1, 1), Vec(2**60, 1, 1)))


def in_a_loop(count):
    total = Vec(0.0, 0.0, 0.0)
    step = Vec(1.0, 0.5, -0.0)
    for index in range(count):
        total = total + step * index
    return total


print(repeat(in_a_loop, 30, times=40))

# Fields of several sorts: ints, NaN, -0.0, floats that become ints


def fields(value):
    point = Point(value, -0.0)
    point.swap()
    point.x = point.x * 1.0
    return point.x, point.y, point.y is value


nan = float("nan")
print(repeat(fields, 1.5), repeat(fields, 3), fields(nan)[1] is nan, fields("text"), fields(-0.0))


def int_into_float(number):
    point = Point(1.5, 2.5)
    if number > 390:
        point.x = number
    point.y = point.y + point.x
    return point.x, point.y


print([int_into_float(number) for number in range(400)][-12::4])

# Aliases and identity


def aliases(count):
    first = Point(count, 0)
    second = first
    second.y = count + 1
    third = Point(count, 0)
    third.y = count + 1
    return first is second, first is third, first.y, first == second, first == third


print(repeat(aliases, 5))


def either(flag):
    one, two = Point(1, 2), Point(3, 4)
    chosen = one if flag else two
    chosen.x = 10
    return one.x, two.x, chosen is one, chosen is two


print([repeat(either, flag) for flag in (True, False)], either(0), either(1))


class Link:
    def __init__(self, item, next):
        self.item = item
        self.next = next


def holds_itself(count):
    link = Link(count, None)
    link.next = link
    other = Link(link, link)
    link.item = other
    return link if count > 398 else link.next.item.item is other.next


results = [holds_itself(count) for count in range(402)]
print(results[0], results[397], results[400].next is results[400], results[400].item.item is results[400])

# On one path only


kept = []


def on_one_path(number):
    point = Point(number, number * 2)
    if number % 100 == 7:
        kept.append(point)
    point.x = point.x + 1
    point.moved(1, 1).x
    return point.x + point.y


print(sum(on_one_path(number) for number in range(500)), [(point.x, point.y) for point in kept])

kept.clear()


def on_both_paths(number):
    point = Point(number, 1)
    if number % 2:
        kept.append(point)
        point.y = 2
    else:
        kept.append((point, point))
    point.x = -number
    return point


last = [on_both_paths(number) for number in range(400)][-1]
print(last.x, last.y, kept[-1] is last, kept[-1].y, kept[-2][0] is kept[-2][1], kept[-2][0].x)

# Seen in exceptions and frames


class Broken(Exception):
    pass


def in_exception(number):
    point = Point(number, "y")
    point.x = point.x + 1
    if number == 350:
        raise Broken(point)
    return point.x


def caught():
    for number in range(400):
        try:
            in_exception(number)
        except Broken as error:
            point = error.args[0]
            frame = error.__traceback__.tb_next.tb_frame
            print(point.x, point.y, frame.f_locals["point"] is point)


caught()


def divides(number):
    point = Point(number, 7)
    point.y = 10 // (350 - number)
    return point


def divided():
    for number in range(400):
        try:
            divides(number)
        except ZeroDivisionError as error:
            seen = error.__traceback__.tb_next.tb_frame.f_locals["point"]
            print("divided", seen.x, seen.y)


divided()


def sees_locals(number):
    vec = Vec(number, 2.5, (number, 1.25))
    point = Point(vec, vec)
    pair = (point, vec)
    if number == 380:
        found = locals()
        return sorted(found), found["vec"] is vec, found["point"].x is vec, found["pair"][0] is point, found["vec"].z
    return pair[1].y


print([sees_locals(number) for number in range(400)][380])


def look():
    frame = sys._getframe(1)
    return frame.f_locals["self"]


class Watched:
    def __init__(self, number):
        self.number = number
        self.seen = None
        if number % 150 == 149:
            self.seen = look()
        self.done = True


def made_while_seen(number):
    watched = Watched(number)
    return watched.seen is watched if number % 150 == 149 else watched.seen


print([made_while_seen(number) for number in range(450)][148::150], made_while_seen(149))

# Classes that change midway


class Changing:
    def __init__(self, value):
        self.value = value

    def get(self):
        return self.value


def changing(number):
    return Changing(number).get() + Changing(number).value


first = [changing(number) for number in range(300)]
Changing.__init__ = lambda self, value: setattr(self, "value", value * 100)
second = [changing(number) for number in range(300)]
Changing.value = property(lambda self: 5, lambda self, value: None)
third = [changing(number) for number in range(300)]
del Changing.value
Changing.__setattr__ = lambda self, name, value: object.__setattr__(self, name, -1)
fourth = [changing(number) for number in range(300)]
print(first[-1], second[-1], third[-1], fourth[-1])


class Other:
    def get(self):
        return "other"


def becomes(number):
    changing = Link(number, number)
    if number == 250:
        changing.__class__ = Other
        return changing.get(), changing.item
    return changing.item


print([becomes(number) for number in range(300)][249:252])


class Base:
    def __init__(self, value):
        self.value = value


class Derived(Base):
    def __init__(self, value):
        super().__init__(value + 1)
        self.more = value


class Slotted:
    __slots__ = ("one", "two")

    def __init__(self, one):
        self.one = one


class Counted:
    made = 0

    def __new__(cls, *arguments):
        Counted.made += 1
        return super().__new__(cls)

    def __init__(self, value):
        self.value = value


def several(number):
    derived = Derived(number)
    slotted = Slotted(number)
    counted = Counted(number)
    try:
        slotted.two
    except AttributeError:
        slotted.two = 1
    return derived.value + derived.more + slotted.one + slotted.two + counted.value


print(repeat(several, 3), Counted.made)


def dictionaries(number):
    point = Point(number, 0)
    if number > 250:
        point.__dict__["y"] = 5
        setattr(point, "z", 6)
        del point.x
        return sorted(vars(point).items())
    return point.y


print([dictionaries(number) for number in range(300)][-1])


def many(number):
    link = Link(number, None)
    link.a = number
    link.b = link.a + 1
    link.c = link.b + 1
    link.d = link.c
    link.c = -1
    return link if number > 390 else link.d


print(vars([many(number) for number in range(400)][-1]))


def referred(number):
    point = Point(number, number)
    reference = weakref.ref(point)
    return reference() is point and hash(point) == hash(reference())


print(repeat(referred, 1))


def copied(number):
    link = Link(Point(number, [number]), None)
    link.next = copy.deepcopy(link)
    link.item.y.append(1)
    return link.next.item.x, link.next.item.y, link.item.y


print(repeat(copied, 4, times=100))

# Tuples


def extremes(items):
    low, high = items[0], items[0]
    for item in items:
        if item < low:
            low = item
        elif item > high:
            high = item
    return low, high


def spread(items):
    low, high = extremes(items)
    return high - low


print(repeat(spread, [4, 2, 9]), repeat(spread, [1.5, -2.5]), spread(["a"] * 0 or [3]))


def found(items, wanted):
    for index, item in enumerate(items):
        if item == wanted:
            return index, item
    return None, wanted


def lookup(items, wanted):
    index, item = found(items, wanted)
    return index


print(repeat(lookup, [1, 2, 3], 2), repeat(lookup, [1, 2, 3], 5), lookup("abc", "c"))


def tuples(a, b):
    pair = (a, b)
    a, b = b, a
    swapped = (a, b)
    both = pair + swapped
    return pair[0], pair[-1], len(pair), pair == swapped, (pair, swapped)[1][0], both, pair is pair, hash(pair) == hash((b, a))


print(repeat(tuples, 1, 2.5), tuples("x", nan)[1] is nan)


def out_of_range(number):
    pair = (number, number)
    try:
        return pair[number // 390 + 1]
    except IndexError as error:
        return str(error)


print([out_of_range(number) for number in range(400)][388:392])


def starred(*items, **named):
    first, *rest = items
    return first, rest, items, named


def calls_starred(number):
    return starred(number, Point(number, 1).y, 2.5, key=number)


print(repeat(calls_starred, 3))

# In generators


def points(count):
    for index in range(count):
        point = Point(index, index)
        yield point.moved(1, 2)
        point.swap()
        yield point.x


print(sum(item if isinstance(item, int) else item.x + item.y for item in points(300)))
print(sum(Vec(index, 1, 2).dot(Vec(1, 1, 1)) for index in range(300)))

# Overflow, and operands of other classes, in the middle of a chain


def chain(a, b):
    return (Vec(a, a, a) + Vec(b, b, b)) * 2 + Vec(1, 1, 1)


print([chain(number, 2**53 - 200 + number) for number in range(300)][::150])


class Reflected:
    def __radd__(self, other):
        return ("reflected", other.x)

    x = 1


def adds(left, right):
    return Vec(left, left, left) + right


for right in [Vec(1, 2, 3)] * 300 + [Reflected()]:
    answer = adds(2, right) if not isinstance(right, Reflected) else None
try:
    print(answer, adds(2, Reflected()))
except AttributeError as error:
    print(error)


class Negated:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return self.value == -other.value

    def __lt__(self, other):
        if other.value == 399:
            return NotImplemented
        return self.value < other.value

    def __gt__(self, other):
        return "reflected"


def compares(number):
    return Negated(number) == Negated(-number), Negated(1) < Negated(number), bool(Negated(0))


print([compares(number) for number in range(402)][-4:])

# Variables that keep their objects from turn to turn for those who look at the frame


def left_over(count, stop):
    for index in range(count):
        if index == stop:
            return sorted((name, describe(value)) for name, value in locals().items())
        point = Point(index, index * 0.5)
        if index % 3 == 0:
            other = None
            continue
        other = Vec(index, 1.5, None) if index % 3 == 1 else (index, 2.5)
        pair = index, point.x
    return sorted((name, describe(value)) for name, value in locals().items())


def describe(value):
    return (value.x, value.y) if isinstance(value, (Point, Vec)) else value


for stop in (None, 0, 5, 39, 38, 37):
    print(repeat(left_over, 40, stop, times=60))


def raises_later(count):
    for index in range(count):
        point = Point(index, float(index))
        alias = point
        alias.y = -alias.y
    return 1 // (point.x - 39)


def raised_later():
    for count in range(60):
        try:
            raises_later(count + 1)
        except ZeroDivisionError as error:
            seen = error.__traceback__.tb_next.tb_frame.f_locals
            print(seen["point"].x, seen["point"].y, seen["alias"] is seen["point"])


raised_later()


def nested_loops(count):
    for outer in range(count):
        first = Point(outer, 1)
        for inner in range(3):
            second = Point(inner, first.x)
            if inner == 1:
                first = second
        third = (first, outer)
    return first.x, first.y, second.x, second.y, third[0] is first, third[1], first is second


print(repeat(nested_loops, 5, times=100))


def given_out(count, out):
    for index in range(count):
        if index % 5 == 4:
            out.append(locals().get("point"))
        point = Point(index, 2.5)
        if index % 7 == 0:
            out.append(point)
            point.y = index
    return point


def all_given_out():
    out = []
    last = given_out(40, out)
    return [(point.x, point.y) for point in out], out.count(last), len(set(map(id, out)))


print(repeat(all_given_out, times=60))


def shows(number):
    if number > 10:
        return 1, number
    if number == 3:
        return 1, 2
    return 1, 2.5


def same_constant():
    kinds = set()
    for number in range(50):
        one, two = shows(number)
        whole = shows(number)
        kinds.add((one, type(two).__name__, whole == (one, two), whole is shows(3)))
    return sorted(kinds)


print(repeat(same_constant, times=60))


def while_loop(count):
    point = Point(0, 0)
    previous = None
    while point.x < count:
        previous = point
        point = point.moved(1, previous.y)
    return previous.x, point.x, previous is point


print(repeat(while_loop, 30, times=60))


def watch(frames, count):
    for index in range(count):
        point = Point(index, None)
        if index % 10 == 9:
            frames.append(sys._getframe().f_locals["point"])
            frames[-1].y = index
            assert frames[-1] is point and point.y == index
    return point


def watched():
    frames = []
    point = watch(frames, 30)
    return [(seen.x, seen.y) for seen in frames], frames[-1] is point


print(repeat(watched, times=60))
