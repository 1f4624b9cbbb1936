"""What builtins make of generators that they drain: order, errors, items that have a say, generators that are left half-way."""

class F(float):
    def __radd__(self, o): print('radd', o); return o
    def __add__(self, o): print('add'); return 5
    def __bool__(self): print('bool'); return False
    def __lt__(self, o): print('lt'); return True
    def __gt__(self, o): print('gt'); return True
def g(*xs):
    for x in xs:
        print('y', x, end=';')
        yield x
    print('end')
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def go():
    t(lambda: sum(g(1,2,3)))
    t(lambda: sum(g(1,2.5,True,3)))
    t(lambda: sum(g(1.5,F(2),3)))
    t(lambda: sum(g(1,'a',3)))
    t(lambda: sum(g([1],[2]), []))
    t(lambda: sum(g(2**60,2**60, 1.0)))
    t(lambda: sum(g(1,2), 'x'))
    t(lambda: sum(g(1,2), []))
    t(lambda: any(g(0,'',None,[],F(1),3,4)))
    t(lambda: any(g(0,0)))
    t(lambda: all(g(1,'a',[1],F(1),3,4)))
    t(lambda: all(g(1,2)))
    t(lambda: all(g()))
    t(lambda: max(g(1,5,2.5,F(3),'a')))
    t(lambda: min(g(1,5,2.5)))
    t(lambda: max(g(1,'a',3)))
    t(lambda: max(g(1,5,2), key=lambda v: print('key',v) or -v))
    t(lambda: list(g(1,2)))
    t(lambda: tuple(g(1,F(2))))
    t(lambda: set(g(1,2,1)))
    t(lambda: dict(g((1,2),(3,4))))
    t(lambda: dict(g((1,2),(3,))))
    t(lambda: sorted(g(3,1,2)))
    t(lambda: ','.join(g('a','b',3)))
    t(lambda: [*g(1,2), *g(3)])
    def z(a,*b): return a,b
    t(lambda: z(*g(1,2,3)))
    a,*b = g(1,2,3); print(a,b)
    try: a,b = g(1,2,3)
    except ValueError as e: print(e)
    l=[0]; l.extend(g(1,2)); print(l); l[1:1]=g(7,8); print(l)
    t(lambda: bytes(g(1,2,300)))
    t(lambda: 2 in g(1,2,3))
    import itertools, functools, collections
    t(lambda: list(itertools.chain(g(1),g(2))))
    t(lambda: collections.deque(g(1,2,3), maxlen=2))
    t(lambda: functools.reduce(lambda a,b:a+b, g(1,2,3)))
    l=[1]
    def selfish():
        for i in range(3):
            l.append(i); yield len(l)
    l.extend(selfish()); print(l)
    def bad():
        yield 1
        raise KeyError('k')
    for f in (sum, any, all, list, tuple, set, max, sorted):
        t(lambda: f(bad()))
        gen=bad(); 
        try: f(gen)
        except KeyError: pass
        t(lambda: (list(gen), gen.gi_frame))
    gen=g(0,0,5,6,7); print(any(gen)); print(next(gen)); print(list(gen))
    def nested(): 
        yield sum(x for x in (1,2))
        yield any(list(y for y in (0,))[0] for q in (1,))
    print(list(nested()))
    gen=(x for x in (1,2,3)); 
    def again():
        yield 1
        try: print(list(me))
        except ValueError as e: print(e)
        yield 2
    me=again(); print(list(me))
go()
