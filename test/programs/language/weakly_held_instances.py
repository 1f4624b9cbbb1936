"""Instances that weak references refer to: their identity, hash and number of references, before and after, in hot code, too."""
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.parent = None


class Slotted:
    __slots__ = ("value", "__weakref__")


class Float:
    def __init__(self, x):
        self.x = x


# ── The number of an object stays ──
early, late = Node("early"), Node("late")
number = id(early)
references = [weakref.ref(early), weakref.ref(late)]
print(number == id(early), id(early) != id(late), id(late) == id(late), hash(early) == hash(early))
print(references[0] is weakref.ref(early), references[0]() is early, references[0] == weakref.ref(early))
print(weakref.getweakrefcount(early), weakref.getweakrefs(late) == [references[1]])
called = weakref.ref(early, print)
print(weakref.getweakrefcount(early), called is references[0], called == references[0])
proxy = weakref.proxy(early)
print(proxy.name, weakref.getweakrefcount(early), weakref.proxy(early) is proxy)
print({early: 1, late: 2}[early], {id(early), id(late)} == {number, id(late)})
print(repr(early) == repr(early), repr(early) != repr(late))
slotted = Slotted()
first = weakref.ref(slotted)
slotted.value = 3
print(first() is slotted, weakref.ref(slotted) is first, id(slotted) == id(slotted), first().value)
print(hash(first) == hash(slotted), len({first, weakref.ref(slotted)}))


# ── Trees with weak parents, built and walked by hot code ──
def build(depth, parent):
    node = Node(depth)
    node.parent = None if parent is None else weakref.ref(parent)
    node.children = [build(depth - 1, node) for _ in range(3)] if depth else []
    return node


def depth_of(node):
    depth = 0
    while node.parent is not None:
        node = node.parent()
        depth += 1
    return depth


def walk(node):
    total = depth_of(node)
    for child in node.children:
        total += walk(child)
    return total


root = build(6, None)
print([walk(root) for _ in range(5)])
print(len({id(child) for child in root.children}), all(child.parent is weakref.ref(root) for child in root.children))


# ── Some have references, others not; attributes come and go meanwhile ──
def mixed(count):
    seen = set()
    total = 0
    held = []
    for k in range(count):
        thing = Float(k + 0.5) if k % 3 else Node(k)
        if k % 2:
            held.append((thing, weakref.ref(thing)))
        seen.add(id(thing) if k % 5 else hash(thing) and id(thing))
        thing.x = k * 0.25
        total += thing.x
        if k % 7 == 0:
            thing.extra = thing
            del thing.extra
        if k % 2 and held[-1][1]() is not thing:
            total += 10**9
        held.append((thing, None))
    same = sum(1 for thing, ref in held if ref is not None and ref() is thing)
    return len(seen) == count, total, same


print(mixed(10), mixed(5000))


# ── Variables keep what they hold, however much garbage is made meanwhile ──
def holds(count):
    thing = Node("held")
    reference = weakref.ref(thing)
    for k in range(count):
        garbage = [[k] * 50 for _ in range(200)]
        if reference() is None:
            return "gone"
    return reference().name, len(garbage)


print(holds(3), holds(500))
table = weakref.WeakValueDictionary()
things = [Node(k) for k in range(100)]
for k, thing in enumerate(things):
    table[k] = thing
print(len(table), all(table[k] is thing for k, thing in enumerate(things)))
members = weakref.WeakSet(things)
print(len(members), things[3] in members, Node(3) in members)
