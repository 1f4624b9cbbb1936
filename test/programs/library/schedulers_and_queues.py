"""sched, queue, graphlib and weakref."""
import gc
import graphlib
import queue
import sched
import weakref

# -- sched with a clock of our own ---------------------------------------------------------------------------------


class Clock:
    def __init__(self):
        self.now = 0

    def time(self):
        return self.now

    def sleep(self, duration):
        self.now += duration


clock, log = Clock(), []
s = sched.scheduler(clock.time, clock.sleep)


def note(text, *, at=None):
    log.append((clock.now, text))


s.enter(5, 1, note, ("five",))
s.enter(1, 2, note, argument=("one, low",))
s.enter(1, 1, note, ("one, high",), {"at": 1})
doomed = s.enterabs(3, 1, note, ("never",))
s.enter(2, 1, lambda: s.enter(1.5, 1, note, ("from an event",)))
s.cancel(doomed)
print([(e.time, e.priority) for e in s.queue], s.empty())
s.run()
print(log, clock.now, s.empty())
s.enter(10, 1, note, ("later",))
print(s.run(blocking=False))
try:
    s.cancel(doomed)
except ValueError as error:
    print("ValueError", error)

# -- queue -----------------------------------------------------------------------------------------------------

for cls, items in ((queue.Queue, "cab"), (queue.LifoQueue, "cab"), (queue.PriorityQueue, "cab")):
    q = cls(maxsize=3)
    for item in items:
        q.put(item)
    print(cls.__name__, q.full(), q.qsize(), [q.get() for _ in items], q.empty())
    for attempt in (q.get_nowait, lambda: q.get(timeout=0.001), lambda: q.get(timeout=-1)):
        try:
            attempt()
        except (queue.Empty, ValueError) as error:
            print(type(error).__name__, error)
q = queue.Queue(1)
q.put(1)
for attempt in (lambda: q.put(2, block=False), lambda: q.put(2, timeout=0.001)):
    try:
        attempt()
    except queue.Full as error:
        print(type(error).__name__)
q.task_done()
try:
    q.task_done()
except ValueError as error:
    print(error)
q.shutdown()
print(q.get())
for attempt in (q.get, lambda: q.put(1)):
    try:
        attempt()
    except queue.ShutDown as error:
        print(type(error).__name__)
simple = queue.SimpleQueue()
simple.put("x")
print(simple.get(), simple.empty(), simple.qsize())

# -- graphlib --------------------------------------------------------------------------------------------------

graph = {"deploy": {"test", "build"}, "test": {"compile"}, "build": {"compile"}, "compile": {"fetch"}}
print(list(graphlib.TopologicalSorter({"d": ["c"], "c": ["b"], "b": ["a"]}).static_order()))
sorter = graphlib.TopologicalSorter(graph)
sorter.add("docs", "fetch")
sorter.prepare()
while sorter.is_active():
    ready = sorter.get_ready()
    print(sorted(ready), end=" ")
    sorter.done(*ready)
print()
for action in (lambda: graphlib.TopologicalSorter({1: [2], 2: [3], 3: [1]}).prepare(), lambda: sorter.add("x"), lambda: sorter.done("nothing"), lambda: sorter.done("docs"), lambda: graphlib.TopologicalSorter({1: [2]}).get_ready(), lambda: graphlib.TopologicalSorter({[]: [1]})):
    try:
        print("fine", action())
    except (graphlib.CycleError, ValueError, TypeError) as error:
        print(type(error).__name__, *error.args, sep=" | ")

# -- weakref ---------------------------------------------------------------------------------------------------


class Node:
    def __init__(self, name):
        self.name = name

    def method(self):
        return f"method of {self.name}"

    def __repr__(self):
        return f"Node({self.name})"


a, b = Node("a"), Node("b")
r = weakref.ref(a)
print(r() is a, r == weakref.ref(a), r is weakref.ref(a), hash(r) == hash(a), weakref.getweakrefcount(a), weakref.getweakrefs(a) == [r], isinstance(r, weakref.ReferenceType), repr(r).startswith("<weakref at"))
proxy = weakref.proxy(a)
print(proxy.name, proxy, isinstance(proxy, weakref.ProxyType), proxy.method())
proxy.extra = 3
print(a.extra, type(weakref.proxy(len.__class__ and Node.method)).__name__)
bound = weakref.WeakMethod(a.method)
print(bound()(), bound() == a.method)
values = weakref.WeakValueDictionary({"a": a, "b": b})
keys = weakref.WeakKeyDictionary({a: 1, b: 2})
members = weakref.WeakSet([a, b])
print(sorted(values), values["a"], values.get("z"), sorted(keys.values()), keys[a], a in keys, len(members), a in members, sorted(n.name for n in members), [ref() for ref in values.valuerefs()], len(keys.keyrefs()))
values["c"] = b
print(values.pop("c"), "c" in values, keys.setdefault(b, 9), members | {a} == members, values.setdefault("b", a))
try:
    values["missing"]
except KeyError as error:
    print("KeyError", error)
finalizer = weakref.finalize(a, log.append, "finalized", )
print(finalizer.alive, finalizer.peek()[1].__name__, finalizer.atexit)
finalizer()
print(finalizer.alive, log[-1], finalizer())
for wrong in (lambda: weakref.ref(3), lambda: weakref.ref("s"), lambda: weakref.ref(None), lambda: weakref.WeakMethod(len), lambda: hash(proxy), lambda: weakref.proxy([]), lambda: weakref.WeakSet([1])):
    try:
        print("fine", wrong())
    except TypeError as error:
        print(error)


class Slotted:
    __slots__ = ("x",)


class Weak:
    __slots__ = ("x", "__weakref__")


print(weakref.ref(w := Weak())() is w)
try:
    weakref.ref(Slotted())
except TypeError as error:
    print(error)


class KeyedRef(weakref.ref):
    def __init__(self, target, callback=None, key=None):
        super().__init__(target, callback)
        self.key = key

    def __new__(cls, target, callback=None, key=None):
        return super().__new__(cls, target, callback)


keyed = KeyedRef(b, key="k")
print(keyed().name, keyed.key, keyed.__callback__, gc.isenabled(), gc.get_threshold()[0] > 0, gc.is_tracked([]))
