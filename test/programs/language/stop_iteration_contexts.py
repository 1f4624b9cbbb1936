"""Contexts of StopIteration: one that carries a value has none."""
def g():
    try:
        yield 1
    except KeyError:
        return True
def h():
    yield 1
    return 5
def test(how):
    try:
        "".index("x")
    except ValueError:
        how()
def a():
    it = g(); next(it); it.throw(KeyError('k'))
def b():
    it = h(); next(it); it.send(None)
def c():
    it = h(); next(it); next(it)
def d():
    it = h(); next(it); it.throw(StopIteration(4))
def e():
    def k():
        try: yield 1
        except KeyError: raise StopIteration
    it = k(); next(it); it.throw(KeyError)
def f():
    it = g(); next(it); it.throw(KeyError)
for how in (a, b, c, d, e, f):
    try: test(how)
    except BaseException as x: print(how.__name__, repr(x), repr(x.__context__), repr(x.__context__ and x.__context__.__context__))
print()
def n():
    yield 1
async def co(v=None): return v
class It:
    def __await__(self):
        yield 1
        return 7
async def co2(): return await It()
def s1():
    it = n(); next(it); it.send(None)
def s2():
    it = n(); next(it); next(it)
def s3():
    it = n(); next(it); it.throw(KeyError)
def s4():
    co().send(None)
def s5():
    co(3).send(None)
def s6():
    c = co2(); c.send(None); c.send(None)
def s7():
    c = co(3).__await__(); next(c)
def s8():
    c = co().__await__(); next(c)
def s9():
    it = h(); next(it); it.__next__()
def s10():
    it = n(); next(it); it.__next__()
def s11():
    next(iter([]))
def s12():
    def k():
        try: yield 1
        except KeyError: return (1, 2)
    it = k(); next(it); it.throw(KeyError)
def s13():
    def k():
        yield 1
        return ValueError(3)
    it = k(); next(it); next(it)
def s14():
    iter([]).__next__()
def s15():
    async def ag():
        yield 1
    a = ag(); a.asend(None).send(None)
def s16():
    async def ag():
        yield 1
    a = ag(); 
    try: a.asend(None).send(None)
    except StopIteration: pass
    a.asend(None).send(None)
def s17():
    it = n(); next(it); next(it, None); it.send(None)
def s18():
    it = n(); next(it); next(it, None); next(it)
def s19():
    async def ag():
        yield 1
    a = ag(); a.aclose().send(None)
def s20():
    def k():
        yield from h()
        return 9
    it = k(); next(it); it.send(None)
for how in (s1,s2,s3,s4,s5,s6,s7,s8,s9,s10,s11,s12,s13,s14,s15,s16,s17,s18,s19,s20):
    try: test(how)
    except BaseException as x: print(how.__name__, repr(x), repr(x.__context__), repr(x.__context__ and x.__context__.__context__))
def s21():
    async def ag():
        yield None
    a = ag(); a.asend(None).send(None)
def s22():
    async def ag():
        yield 1
    async def w():
        return [x async for x in ag()]
    w().send(None)
def s23():
    async def w():
        return await anext(ag2())
    async def ag2():
        yield 4
    w().send(None)
def s24():
    async def ag2():
        return
        yield
    anext(ag2(), 8).send(None)
for how in (s21, s22, s23, s24):
    try: test(how)
    except BaseException as x: print(how.__name__, repr(x), repr(x.__context__), x.value)
