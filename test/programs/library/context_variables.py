"""contextvars: values that follow the context, in plain code, generators and tasks."""
import asyncio
import contextvars
from contextvars import Context, ContextVar, copy_context

user = ContextVar("user", default="nobody")
depth: ContextVar[int] = ContextVar("depth")
print(user.get(), user.name, depth.get("none"), ContextVar[int])
try:
    depth.get()
except LookupError as error:
    print(type(error).__name__, "name='depth'" in str(error))
token = user.set("ann")
print(user.get(), token.var is user, token.old_value is contextvars.Token.MISSING, repr(contextvars.Token.MISSING))
second = user.set("bob")
print(second.old_value)
user.reset(second)
print(user.get())
user.reset(token)
print(user.get())
for bad in (token, depth.set(1)):
    try:
        user.reset(bad)
    except (RuntimeError, ValueError) as error:
        print(type(error).__name__)
with user.set("with") as t:
    print(user.get(), t.old_value is t.MISSING)
print(user.get())

context = copy_context()


def inside(name):
    user.set(name)
    depth.set(depth.get() + 1)
    return user.get(), depth.get()


print(context.run(inside, "carl"), user.get(), depth.get(), context[user], context.get(depth), user in context, len(context))
print(context.run(inside, "dora"), sorted((v.name, value) for v, value in context.items()))
empty = Context()
print(len(empty), list(empty), empty.get(user, "missing"), empty.run(user.get))
try:
    empty[user]
except KeyError as error:
    print("KeyError", error.args[0] is user)
try:
    context.run(context.run, print)
except RuntimeError as error:
    print(str(error).split(":")[0])
try:
    empty["user"]
except TypeError as error:
    print(error)
print(context == context.copy(), context == empty, isinstance(context.keys(), object))
for wrong in [lambda: ContextVar(5), lambda: ContextVar(), lambda: context.run(), lambda: user.set(), lambda: user.reset("token"), lambda: hash(context), lambda: contextvars.Token()]:
    try:
        print("fine", wrong())
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)


def generator():
    user.set("from the generator")
    yield user.get()
    yield user.get()


g = generator()
print(next(g), user.get())
user.set("outside")
print(next(g))

request = ContextVar("request", default="-")


async def handle(number):
    request.set(number)
    await asyncio.sleep(0.001 * (3 - number))
    return await log("handled")


async def log(message):
    await asyncio.sleep(0)
    return f"[{request.get()}] {message}"


async def main():
    print(await asyncio.gather(*(handle(n) for n in range(3))))
    print(request.get())
    request.set("main")
    loop = asyncio.get_running_loop()
    seen = loop.create_future()
    loop.call_soon(lambda: seen.set_result(request.get()))
    request.set("changed")
    print(await seen, request.get())
    other = copy_context()
    other.run(request.set, "given")
    print(await asyncio.create_task(log("in a context"), context=other), await log("own"))


asyncio.run(main())
print(request.get())
