"""Context variables, weak references and the gc module, as far as they are deterministic."""
import asyncio
import contextvars
import gc
import weakref

var = contextvars.ContextVar("var", default="default")
bare = contextvars.ContextVar("bare")
print(var.get(), var.get("fallback"), bare.get("given"), var.name, repr(var).startswith("<ContextVar name='var' default='default'"))
try:
    bare.get()
except LookupError as error:
    print(type(error).__name__, error.args[0] is bare)
token = var.set("one")
second = var.set("two")
print(var.get(), token.old_value is contextvars.Token.MISSING, second.old_value, token.var is var)
var.reset(second)
print(var.get())
var.reset(token)
print(var.get())
for action in (lambda: var.reset(token), lambda: var.reset(5), lambda: bare.reset(var.set(1)), lambda: contextvars.ContextVar(), lambda: contextvars.ContextVar(5), lambda: contextvars.Token(), lambda: hash(contextvars.copy_context()), lambda: contextvars.copy_context()[bare], lambda: contextvars.copy_context()["x"]):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0].split("<")[0])
with var.set("in with") as t:
    print(var.get(), t.var is var)
ctx = contextvars.copy_context()


def inside(x):
    var.set(x)
    return var.get(), ctx.get(var)


print(ctx.run(inside, "in context"), var.get(), ctx[var], var in ctx, bare in ctx, len(ctx) >= 1, dict(ctx)[var], ctx.copy() == ctx, contextvars.Context() == contextvars.Context())
try:
    ctx.run(ctx.run, print)
except RuntimeError as error:
    print(str(error).split(":")[0])


async def task(name, delay):
    var.set(name)
    await asyncio.sleep(delay)
    return var.get()


async def main():
    var.set("main")
    print(await asyncio.gather(task("a", 0.002), task("b", 0)), var.get())
    await task("same task", 0)
    print(var.get())


asyncio.run(main())
print(var.get())


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Node({self.name})"

    def method(self):
        return self.name


n = Node("n")
ref = weakref.ref(n)
proxy = weakref.proxy(n)
print(ref() is n, proxy.name, proxy.method(), weakref.getweakrefcount(n), ref is weakref.ref(n), ref == weakref.ref(n), hash(ref) == hash(n), type(proxy).__name__, isinstance(proxy, Node), proxy.__class__, repr(ref).startswith("<weakref at 0x"), ref.__callback__)
proxy.extra = 5
print(n.extra, str(proxy) == str(n), bool(proxy))
method = weakref.WeakMethod(n.method)
print(method()(), method() == n.method)
values, keys, group = weakref.WeakValueDictionary(), weakref.WeakKeyDictionary(), weakref.WeakSet()
values["k"], keys[n] = n, "value"
group.add(n)
print(dict(values), dict(keys), list(group), len(values), n in keys, n in group, values.get("zz"), list(values.keys()), values.pop("k"), len(values))
finalizer = weakref.finalize(n, print, "finalized", end="!\n")
print(finalizer.alive, finalizer.peek()[1] is print, finalizer(), finalizer.alive, finalizer())
for bad in (5, "text", (1,), None, 1.5, object()):
    try:
        weakref.ref(bad)
        print("fine", type(bad))
    except TypeError as error:
        print(error)
for action in (lambda: weakref.ref(), lambda: weakref.proxy(5), lambda: values.__setitem__("q", 5), lambda: keys.__setitem__(5, 1), lambda: group.add(5), lambda: weakref.WeakMethod(len), lambda: ref(1), lambda: hash(proxy), lambda: weakref.finalize(n)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), type(gc.collect()).__name__, len(gc.get_threshold()), len(gc.get_count()), gc.is_tracked([]), gc.is_tracked(5), gc.garbage, isinstance(gc.get_objects(), list))
