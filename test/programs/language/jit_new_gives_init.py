# `__new__`, and `__init__`, give the class an `__init__` while compiled code makes objects of it.
log = []
class Dummy: pass
targets = [Dummy] * 10000
def init(self, n):
    log.append(('init', n))
class A:
    def __new__(cls, n):
        self = object.__new__(cls)
        self.t = n
        setattr(targets[n], '__init__', init)
        return self
class L:
    def __new__(cls, n):
        t = 0
        for i in range(3):
            t += i * n
            t ^= 5
            if t > 100000:
                t -= 7; t //= 2; t += 3; t *= 5; t -= 11; t //= 3; t += 9; t ^= 77; t -= 2
                t -= 7; t //= 2; t += 3; t *= 5; t -= 11; t //= 3; t += 9; t ^= 77; t -= 2
                t -= 7; t //= 2; t += 3; t *= 5; t -= 11; t //= 3; t += 9; t ^= 77; t -= 2
            elif t < -10000:
                t += 1; t *= 3; t -= 4; t //= 2; t += 8; t ^= 3; t *= 2; t -= 5
        self = object.__new__(cls)
        self.t = n
        setattr(targets[n], '__init__', init)
        return self
class E:
    def __new__(cls, n):
        self = object.__new__(cls)
        self.t = n
        setattr(targets[n], '__init__', init)
        return self
    def __init__(self, n):
        self.u = n
class E2:
    def __init__(self, n):
        self.u = n
        setattr(targets[n], '__init__', init)
def work(count):
    s = 0
    for i in range(count):
        s += A(i).t
    return s
def workl(count):
    s = 0
    for i in range(count):
        s += L(i).t
    return s
def worke(count):
    s = 0
    for i in range(count):
        s += E(i).t
    return s
def worke2(count):
    s = 0
    for i in range(count):
        e = E2(i)
        if hasattr(e, 'u'): s += e.u
    return s
for w, c in ((work, A), (workl, L), (worke, E), (worke2, E2)):
    del log[:]
    print(w(6000))
    targets[997] = c
    print(w(1000), log)
    print(w(1000), len(log))
    targets[997] = Dummy
