import enum, sys
from time import perf_counter
class E(enum.IntEnum): A=1; B=2; C=10**20
class F(enum.IntFlag): A=1; B=2
class I(int): pass
class J(int):
    def __add__(self, o): return J(int(self)+int(o))
    def __radd__(self, o): return 'radd'
    def __eq__(self, o): return 'eq'
    __hash__ = int.__hash__
class Fl(float): pass
class S(str): pass
class S2(str):
    def __add__(self, o): return S2(str(self)+'|'+o)
class L(list):
    def __add__(self, o): return L(list(self)+list(o))
    def __lt__(self, o): return 'lt'
class T(tuple):
    def __mul__(self,o): return ('m',o)
def run(n):
    r = set()
    for i in range(n):
        r.add((E.A+1, 1+E.B, E.A<E.B, E.A==1, E.B is E.B, E.A*2.5, E.A|4, E.B<<3, E.B**2, type(E.A+1).__name__))
        r.add((I(3)+1, 2-I(1), I(7)//I(2), I(2)==2, I(2)<I(3), type(I(3)+I(4)).__name__, -I(2), I(3)&1, I(5)%3, I(2)/I(4)))
        r.add((J(3)+1, 1+J(2), J(1)==1, J(2)-1, J(2)!=3))
        r.add((Fl(1.5)+1, 1-Fl(.5), Fl(2.0)==2, Fl(1.0)<Fl(2.0), Fl(2.0)*Fl(3.0), type(Fl(1)+Fl(2)).__name__, Fl(7.0)//2))
        r.add((S('a')+'b', 'c'+S('d'), S('a')=='a', S('a')<'b', S('x')*3, S('%s!')%1, type(S('a')+'').__name__, S('\U0001f600')+'b', len(S('a')+'b')))
        r.add((S2('a')+'b', 'c'+S2('d'), type(S2('a')+'q').__name__, S2('a')=='a'))
        r.add((tuple(L([1])+[2]), L([1])<[2], L([1])<=[2], T((1,))*2, T((1,))+(2,)))
        r.add((E.C+1, E.C==10**20, E.C-E.A, F.A|F.B, F.B&3, F.A^F.B, str(F.A|4)))
        x = I(5); x += 2; y = S('q'); y += 'r'; z = Fl(1); z *= 2
        r.add((x, type(x).__name__, y, type(y).__name__, z))
        try: r.add(I(1)+'a')
        except TypeError as e: r.add(str(e))
        try: r.add(S('a')+1)
        except TypeError as e: r.add(str(e))
        try: I(1)//0
        except ZeroDivisionError as e: r.add(str(e))
        if i == n//2:
            I.__add__ = lambda s, o: 'patched'
        if i == n*3//4:
            del I.__add__
            I.__rsub__ = lambda s, o: 'rsub'
            S.__eq__ = lambda s, o: 'seq'; S.__hash__ = str.__hash__
    del I.__rsub__; del S.__eq__
    return sorted(map(repr, r))
for k in range(2):
    for line in run(400): print(line)

# Who hands operands on, or looks at their class, gets the object.
class Shown(int):
    def __str__(self): return 'shown'
    def __repr__(self): return 'repr'
class Text(str):
    def __str__(self): return 'text'
    def __repr__(self): return 'repr of text'
class Asking:
    def __add__(self, other): return 'add', type(other).__name__
    def __radd__(self, other): return 'radd', type(other).__name__
    def __eq__(self, other): return type(other).__name__
    def __mod__(self, other): return type(other).__name__
    def __lt__(self, other): return type(other).__name__
    __hash__ = None
class Adding(int):
    def __add__(self, other): return type(other).__name__
def handed_on(n):
    seen = []
    shown, text, asking, adding = Shown(3), Text('a'), Asking(), Adding(1)
    for i in range(n):
        formats = '%s' % shown, '%r' % shown, '%s!' % text, '%r' % text, '%r' % E.A, '%5s' % shown
        handed = asking + shown, shown + asking, asking == shown, shown == asking, asking % text, asking < shown, shown > asking
        both = adding + shown, adding + text, shown + adding, text * shown, [1] * shown, shown + shown
        if (formats, handed, both) not in seen: seen.append((formats, handed, both))
    print(seen)
handed_on(400)
