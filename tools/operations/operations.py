"""Times single operations in hot loops: nanoseconds a turn, the loop itself included.

    python3 tools/operations/operations.py SECONDS [NUMBER ...]

One line each: number, nanoseconds (the best of the loops that fit into SECONDS), statement, set-up, with tabs between. What the
statement needs is global, as in most programs; `i` is the number of the turn.
"""

import sys
from time import perf_counter

OPERATIONS = []


def t(statement, setup=""):
    OPERATIONS.append((statement, setup))


CLS = "class A: pass\na = A(); a.x = 1\n"

# weakref
t("r()", "import weakref\n" + CLS + "r = weakref.ref(a)")
t("weakref.ref(a)", "import weakref\n" + CLS)
t("weakref.ref(A())", "import weakref\n" + CLS)
t("weakref.ref(a, f)", "import weakref\nf = lambda r: None\n" + CLS)
t("d[5] = a", "import weakref\n" + CLS + "d = weakref.WeakValueDictionary()")
t("d[5]", "import weakref\n" + CLS + "d = weakref.WeakValueDictionary(); d[5] = a")
t("d[a] = 5", "import weakref\n" + CLS + "d = weakref.WeakKeyDictionary()")
t("d[a]", "import weakref\n" + CLS + "d = weakref.WeakKeyDictionary(); d[a] = 5")
t("a in d", "import weakref\n" + CLS + "d = weakref.WeakSet(); d.add(a)")

# metaclass / class creation
t("type('X', (), {})")
t("type('X', (A,), {'f': 1, 'g': 2})", CLS)
t("class X:\n  y = 1\n  def f(self): pass")
m = "class M(type):\n  def __call__(CLS, *a):\n    o = super().__call__(*a); o.e = 2; return o\nclass C(metaclass=M):\n  def __init__(self): self.z = 1\n"
t("C()", m)
t("C()", "class M(type): pass\nclass C(metaclass=M):\n  def __init__(self): self.z = 1\n")

# descriptors
d = "class D:\n  def __get__(self, o, t=None): return 5\n  def __set__(self, o, v): o.q = v\nclass A:\n  x = D()\n  def __getattr__(self, n): return 7\na = A()\n"
t("a.x", d)
t("a.x = 3", d)
t("a.foo", d)
t("A.x", d)
t("getattr(a, nm)", CLS + "nm = 'x'")
t("getattr(a, nm, 0)", CLS + "nm = 'y'")
t("setattr(a, nm, 4)", CLS + "nm = 'x'")
t("hasattr(a, 'x')", CLS)
t("hasattr(a, 'y')", CLS)
t("hasattr(a, 'y')", "class A:\n  def __getattr__(self, n): raise AttributeError(n)\na = A()\n")
t("a.y", "class A:\n  def __getattribute__(self, n): return object.__getattribute__(self, n)\n  y = 5\na = A()\n")
t("a.p", "class A:\n  @property\n  def p(self): return 5\na = A()")
t("a.p = 4", "class A:\n  @property\n  def p(self): return 5\n  @p.setter\n  def p(self, v): pass\na = A()")
t("K().v", "import functools\nclass K:\n  @functools.cached_property\n  def v(self): return 5")
t("A.f()", "class A:\n  @classmethod\n  def f(CLS): return 5")
t("A.f(3)", "class A:\n  @staticmethod\n  def f(x): return 5")
t("a.f()", "class A:\n  @classmethod\n  def f(CLS): return 5\na = A()")
t("c.f()", "class B:\n  def f(self): return 1\nclass C(B):\n  def f(self): return super().f() + 1\nc = C()")
t("vars(a)", CLS)
t("a.__dict__['x']", CLS)
t("a.__class__", CLS)
t("type(a).__name__", CLS)
t("dir(a)", CLS)
t("del a.x; a.x = 1", CLS)
t("isinstance(a, B)", "from abc import ABC\nclass B(ABC): pass\nclass A(B): pass\na = A()")
t("isinstance(5, B)", "from abc import ABC\nclass B(ABC): pass")
t("isinstance([], Iterable)", "from collections.abc import Iterable")
t("issubclass(A, A)", CLS)
t("isinstance(5, (str, int))")
t("callable(a)", CLS)

# functools
t("f(5)", "import functools\n@functools.lru_cache(None)\ndef f(n): return n")
t("f(i % 100)", "import functools\n@functools.lru_cache(64)\ndef f(n): return n")
t("f(5, 6)", "import functools\n@functools.cache\ndef f(n, m): return n")
t("f(5, m=6)", "import functools\n@functools.cache\ndef f(n, m): return n")
t("p(5)", "import functools\np = functools.partial(max, 3)")
t("p(5)", "import functools\ndef g(a, b, c=1): return a\np = functools.partial(g, 3, c=4)")
t("g(5)", "import functools\n@functools.singledispatch\ndef g(x): return 0\n@g.register\ndef _(x: int): return 1")
t("functools.reduce(g, l)", "import functools\ng = lambda a, b: a + b\nl = list(range(50))")
t("sorted(l, key=k)", "import functools\nk = functools.cmp_to_key(lambda a, b: b - a)\nl = list(range(50))")
t("sorted(l, key=k)", "k = lambda a: -a\nl = list(range(50))")
t("sorted(l, key=g)", "import operator\ng = operator.itemgetter(1, 0)\nl = [(i, i % 7) for i in range(50)]")
t("max(l, key=k)", "k = lambda a: -a\nl = list(range(50))")
t("g(l)", "import operator\ng = operator.itemgetter(1)\nl = (1, 2)")
t("g(a)", "import operator\ng = operator.attrgetter('x')\n" + CLS)
t("g(a)", "import operator\ng = operator.methodcaller('f', 3)\nclass A:\n  def f(self, x): return x\na = A()")
t("operator.add(3, 4)", "import operator")

# str
s = "s = '  The Quick, brown Fox jumps over the lazy dog  '\n"
for e in [
    "s.strip()",
    "s.lower()",
    "s.replace('o', '00')",
    "s.split(',')",
    "s.split()",
    "s.find('fox')",
    "s.count('o')",
    "s.title()",
    "s.startswith('  T')",
    "s.startswith(('a', '  T'))",
    "s.partition('brown')",
    "s.rjust(60)",
    "s.zfill(70)",
    "s.isalpha()",
    "s.translate(tb)",
    "s.encode()",
    "s.swapcase()",
    "s.capitalize()",
    "s.rsplit(' ', 2)",
    "s.splitlines()",
    "s.expandtabs()",
    "s.center(70, '*')",
    "s.casefold()",
    "s.isidentifier()",
    "'x' in s",
    "s[3:9]",
    "s[::-1]",
    "s + 'x'",
    "s * 3",
    "hash(s + 'y')",
    "s == 'abc'",
    "ord(s[3])",
    "s.join(['a', 'b', 'c'])",
    "','.join(l)",
    "repr(s)",
    "ascii(s)",
    "str(5)",
    "str(1.5)",
    "int('123')",
    "float('1.5')",
    "repr(1.5)",
    "int('ff', 16)",
    "hex(255)",
    "chr(65)",
    "s.removeprefix('  ')",
    "s.index('dog')",
    "s.rfind('o')",
    "s.isspace()",
    "'5'.isdigit()",
    "s.upper()",
    "list(s)",
    "sorted(s)",
    "s.format(1)",
    "'{} {}'.format(1, 'a')",
    "'{a} {b:>5}'.format(a=1, b=2)",
    "'%s %d' % ('a', 5)",
    "'%(a)s' % d",
    "f'{5:>8,}'",
    "f'{1.5:.3f}'",
    "f'{s!r}'",
    "f'{i}'",
    "f'{s:>60}'",
    "f'{i:x}'",
    "f'{1.25:e}'",
    "f'{1e10:g}'",
    "format(5, '05d')",
    "str.maketrans('a', 'b')",
    "s.encode('latin-1')",
    "b.decode()",
    "s.isprintable()",
]:
    t(e, s + "tb = {111: '0', 101: None}; l = ['a', 'b', 'c'] * 5; d = {'a': 1}; b = b'hello world'")

# struct
t("st.pack(i & 1023, 5, 6)", "import struct\nst = struct.Struct('<IhB')")
t("st.unpack(b)", "import struct\nst = struct.Struct('<IhB'); b = st.pack(1, 2, 3)")
t("struct.unpack('<IhB', b)", "import struct\nb = struct.pack('<IhB', 1, 2, 3)")
t("struct.pack('>d', 1.5)", "import struct")
t("struct.pack('>50I', *l)", "import struct\nl = list(range(50))")
t("int.from_bytes(b, 'big')", "b = b'abcd'")
t("(5000).to_bytes(4, 'big')")
t("sum(a)", "import array\na = array.array('d', range(50))")
t("a[3]", "import array\na = array.array('d', range(50))")
t("array.array('d', l)", "import array\nl = list(range(50))")

# counter / collections
t("c.update('abracadabra')", "from collections import Counter\nc = Counter()")
t("c[5] += 1", "from collections import Counter\nc = Counter()")
t("Counter(l)", "from collections import Counter\nl = 'a b c d e'.split() * 10")
t("c.most_common(3)", "from collections import Counter\nc = Counter('abracadabra')")
t("c + c", "from collections import Counter\nc = Counter('abracadabra')")
t("d[5] = 1; d.move_to_end(5)", "from collections import OrderedDict\nd = OrderedDict((i, i) for i in range(9))")
t("d[9] = 1; d.popitem()", "from collections import OrderedDict\nd = OrderedDict((i, i) for i in range(9))")
t("list(d)", "from collections import OrderedDict\nd = OrderedDict((i, i) for i in range(9))")
t("d['b']", "from collections import ChainMap\nd = ChainMap({}, {'b': 2})")
t("d[i % 9].append(i)", "from collections import defaultdict\nd = defaultdict(list)")
t("q.append(i); q.popleft()", "from collections import deque\nq = deque(range(5))")
t("q.rotate(1)", "from collections import deque\nq = deque(range(5))")
t("P(1, 2)", "from collections import namedtuple\nP = namedtuple('P', 'x y')")
t("p.x", "from collections import namedtuple\nP = namedtuple('P', 'x y'); p = P(1, 2)")
t("p._replace(x=4)", "from collections import namedtuple\nP = namedtuple('P', 'x y'); p = P(1, 2)")
t("p._asdict()", "from collections import namedtuple\nP = namedtuple('P', 'x y'); p = P(1, 2)")
t("x, y = p", "from collections import namedtuple\nP = namedtuple('P', 'x y'); p = P(1, 2)")
t("p == q", "from collections import namedtuple\nP = namedtuple('P', 'x y'); p = P(1, 2); q = P(1, 2)")

# enum
e = "import enum\nclass C(enum.Enum):\n  R = 1; G = 2\nclass F(enum.Flag):\n  A = 1; B = 2\nclass I(enum.IntEnum):\n  A = 1; B = 2\nc = C.R; f = F.A\n"
t("C(1)", e)
t("C.R", e)
t("C['R']", e)
t("c.value", e)
t("c.name", e)
t("F.A | F.B", e)
t("F.A in f", e)
t("I.A + 1", e)
t("list(C)", e)
t("c in C", e)
t("c == C.G", e)
t("hash(c)", e)
t("{C.R: 1}[c]", e)
t("I.A == 1", e)
t("str(c)", e)
t("repr(c)", e)

# containers
t("d.setdefault(5, 1)", "d = {}")
t("d.pop(5, None)", "d = {}")
t("d[i & 63] = 1; d.pop(i & 63)", "d = {}")
t("d.update(e)", "d = {}; e = {1: 2, 3: 4}")
t("d | e", "d = {5: 6}; e = {1: 2, 3: 4}")
t("{**d, 'x': 1}", "d = {'y': 6}")
t("d.copy()", "d = {5: 6, 7: 8}")
t("dict(d)", "d = {5: 6, 7: 8}")
t("dict(a=1, b=2)")
t("dict(l)", "l = [(1, 2), (3, 4)]")
t("dict.fromkeys(l)", "l = list(range(20))")
t("list(d.items())", "d = dict.fromkeys(range(20))")
t("for k, v in d.items(): pass", "d = dict.fromkeys(range(20))")
t("sorted(d.items())", "d = dict.fromkeys(range(20), 1)")
t("max(d, key=d.get)", "d = dict.fromkeys(range(20), 1)")
t("(1, 2) in s", "s = {(i, i + 1) for i in range(20)}")
t("s | u", "s = set(range(20)); u = set(range(10, 30))")
t("s & u", "s = set(range(20)); u = set(range(10, 30))")
t("s.add(i & 63); s.discard(i & 63)", "s = set()")
t("frozenset(l)", "l = list(range(20))")
t("l[2:8]", "l = list(range(20))")
t("l[::2]", "l = list(range(20))")
t("l + l", "l = list(range(20))")
t("l * 3", "l = list(range(20))")
t("l.index(15)", "l = list(range(20))")
t("15 in l", "l = list(range(20))")
t("l.insert(0, 1); l.pop(0)", "l = list(range(20))")
t("l.reverse()", "l = list(range(20))")
t("l.copy()", "l = list(range(20))")
t("l.sort()", "l = list(range(20))")
t("l[3:5] = [1, 2]", "l = list(range(20))")
t("l == m", "l = list(range(20)); m = list(range(20))")
t("l < m", "l = list(range(20)); m = list(range(20))")
t("tuple(l)", "l = list(range(20))")
t("sum(l)", "l = list(range(20))")
t("min(l)", "l = list(range(20))")
t("any(l)", "l = [0] * 20")
t("list(map(str, l))", "l = list(range(20))")
t("list(map(f, l))", "l = list(range(20)); f = lambda x: x")
t("list(filter(None, l))", "l = list(range(20))")
t("list(zip(l, l))", "l = list(range(20))")
t("list(reversed(l))", "l = list(range(20))")
t("list(enumerate(l))", "l = list(range(20))")
t("[x for x in l if x & 1]", "l = list(range(20))")
t("{x: 1 for x in l}", "l = list(range(20))")
t("{x for x in l}", "l = list(range(20))")
t("sum(x for x in l)", "l = list(range(20))")
t("a, *b = l", "l = list(range(5))")
t("t == u", "t = (1, 'a', 2.5); u = (1, 'a', 2.5)")
t("t < u", "t = (1, 'a', 2.5); u = (1, 'b', 2.5)")
t("hash((i, 'a'))")
t("t + t", "t = (1, 2)")
t("b[3]", "b = b'abcdef'")
t("b + b", "b = b'abc'")
t("b.find(b'c')", "b = b'abcdef' * 5")
t("ba.append(5); ba.pop()", "ba = bytearray(b'abc')")
t("m[3]", "m = memoryview(b'abcdef')")
t("bytes(10)")
t("b.hex()", "b = b'abcdef'")
t("bytes.fromhex('abcd')")
t("b.split(b',')", "b = b'a,b,c'")
t("b.replace(b'a', b'b')", "b = b'a,b,c'")

# calls
t("f(1, 2)", "def f(a, b): return a")
t("f(1, b=2)", "def f(a, b): return a")
t("f(*l)", "def f(a, b): return a\nl = (1, 2)")
t("f(**d)", "def f(a, b): return a\nd = dict(a=1, b=2)")
t("f(1, 2, x=3)", "def f(*a, **k): return a")
t("f(1, 2)", "def g(*a, **k): return a\ndef f(*a, **k): return g(*a, **k)")
t("f(1)", "def f(a, b=2, *, c=3): return a")
t("m(1)", "class A:\n  def f(self, x): return x\nm = A().f")
t("a(1)", "class A:\n  def __call__(self, x): return x\na = A()")
t("(lambda x: x)(1)")
t("f()", "def g():\n  x = 5\n  def f(): return x\n  return f\nf = g()")
t("a + a", "class A:\n  def __add__(self, o): return 5\na = A()")
t("a == a", "class A:\n  def __eq__(self, o): return True\na = A()")
t("a < a", "class A:\n  def __lt__(self, o): return True\na = A()")
t("a[1]", "class A:\n  def __getitem__(self, o): return 5\na = A()")
t("len(a)", "class A:\n  def __len__(self): return 5\na = A()")
t("bool(a)", "class A:\n  def __bool__(self): return True\na = A()")
t("hash(a)", "class A:\n  def __hash__(self): return 5\na = A()")
t("str(a)", "class A:\n  def __str__(self): return 'x'\na = A()")
t("1 in a", "class A:\n  def __contains__(self, o): return True\na = A()")
t("list(a)", "class A:\n  def __iter__(self): return iter((1, 2))\na = A()")
t("d[a]", "class A:\n  def __hash__(self): return 5\n  def __eq__(self, o): return True\na = A(); d = {a: 1}")
t("A(1)", "class A:\n  def __init__(self, x): self.x = x")
t("A()", "class A: pass")
t("A(1)", "class A:\n  def __new__(cls, x): return object.__new__(cls)")
t("A(1)", "class A(int): pass")
t("A('x')", "class A(str): pass")
t("A()", "class A(dict): pass")
t("a['x']", "class A(dict): pass\na = A(x=1)")
t("a['x']", "class A(dict):\n  def __missing__(self, k): return 3\na = A()")
t("A([1])", "class A(list): pass")
t("A(1, 2)", "from dataclasses import dataclass\n@dataclass\nclass A:\n  x: int\n  y: int = 2")
t("a == a", "from dataclasses import dataclass\n@dataclass\nclass A:\n  x: int\n  y: int = 2\na = A(1)")
t("repr(a)", "from dataclasses import dataclass\n@dataclass\nclass A:\n  x: int\n  y: int = 2\na = A(1)")
t("A(1)", "from dataclasses import dataclass\n@dataclass(frozen=True)\nclass A:\n  x: int\n  y: int = 2")
t("a.x", "class A:\n  __slots__ = ('x',)\na = A(); a.x = 1")

# exceptions, with, generators
t("try: raise ValueError(5)\nexcept ValueError: pass")
t("try: d[1]\nexcept KeyError: pass", "d = {}")
t("try: int('x')\nexcept ValueError: pass")
t("try: a.q\nexcept AttributeError: pass", CLS)
t("try: l[9]\nexcept IndexError: pass", "l = [1]")
t("try: 1 // z\nexcept ZeroDivisionError: pass", "z = 0")
t("try: next(it)\nexcept StopIteration: pass", "it = iter(())")
t("try: f()\nexcept E as e: e.args", "class E(Exception): pass\ndef f(): raise E('a')")
t("with c: pass", "class C:\n  def __enter__(self): return 1\n  def __exit__(self, *a): pass\nc = C()")
t("with c(): pass", "from contextlib import contextmanager\n@contextmanager\ndef c(): yield 1")
t("with suppress(KeyError): pass", "from contextlib import suppress")
t("with lock: pass", "import threading\nlock = threading.Lock()")
t("with lock: pass", "import threading\nlock = threading.RLock()")
t("next(g)", "def f():\n  while True: yield 1\ng = f()")
t("for x in f(): pass", "def f(): yield 1; yield 2")
t("g.send(1)", "def f():\n  while True: yield 1\ng = f(); next(g)")
t("list(f())", "def h(): yield 1\ndef f(): yield from h()")

# misc
t("eval(c)", "c = compile('1 + 2', 'x', 'eval')")
t("eval('1 + 2')")
t("math.sqrt(5.0)", "import math")
t("math.floor(5.5)", "import math")
t("math.gcd(12, 18)", "import math")
t("math.isclose(1.0, 1.1)", "import math")
t("round(5.567, 2)")
t("divmod(17, 5)")
t("pow(3, 5, 7)")
t("abs(-5)")
t("z * z + 1", "z = 1 + 2j")
t("abs(z)", "z = 1 + 2j")
t("complex(1, 2)")
t("float(5)")
t("i ** 2")
t("2 ** 100")
t("b * b", "b = 3 ** 50")
t("b // 7", "b = 3 ** 50")
t("b + 1", "b = 3 ** 50")
t("str(b)", "b = 3 ** 50")
t("b >> 5", "b = 3 ** 50")
t("i.bit_length()")
t("x.is_integer()", "x = 5.5")
t("x.hex()", "x = 5.5")
t("random.random()", "import random")
t("random.randint(1, 6)", "import random")
t("random.choice(l)", "import random\nl = [1, 2, 3]")
t("time.time()", "import time")
t("id(a)", CLS)
t("sys.getsizeof(5)", "import sys")
t("print(end='')", "")
t("x = globals()['a']", "a = 5")
t("locals()")
t("re.match(r'(\\d+)-(\\w+)', s)", "import re; s = '123-abc'")
t("p.match(s)", "import re; p = re.compile(r'(\\d+)-(\\w+)'); s = '123-abc'")
t("m.group(1)", "import re; m = re.match(r'(\\d+)-(\\w+)', '123-abc')")
t("m[2]", "import re; m = re.match(r'(\\d+)-(\\w+)', '123-abc')")
t("p.sub('x', s)", "import re; p = re.compile(r'\\d+'); s = 'a1b22c'")
t("p.sub(f, s)", "import re; p = re.compile(r'\\d+'); s = 'a1b22c'; f = lambda m: 'x'")
t("p.findall(s)", "import re; p = re.compile(r'\\d+'); s = 'a1b22c'")
t("p.split(s)", "import re; p = re.compile(r'\\d+'); s = 'a1b22c'")
t("json.dumps(d)", "import json; d = {'a': [1, 2.5, None]}")
t("json.loads(s)", "import json; s = '{\"a\": [1, 2.5, null]}'")
t("copy.copy(l)", "import copy; l = [1, 2]")
t("copy.deepcopy(l)", "import copy; l = [1, [2]]")
t("pickle.dumps(l)", "import pickle; l = [1, [2]]")
t("hashlib.md5(b'abc').hexdigest()", "import hashlib")
t("zlib.crc32(b'abc')", "import zlib")
t("base64.b64encode(b'abcdef')", "import base64")
t("datetime.now()", "from datetime import datetime")
t("d + td", "from datetime import datetime, timedelta; d = datetime(2024, 1, 1); td = timedelta(hours=5)")
t("d.isoformat()", "from datetime import datetime; d = datetime(2024, 1, 1)")
t("d.strftime('%Y-%m-%d')", "from datetime import datetime; d = datetime(2024, 1, 1)")
t("datetime(2024, 1, 2, 3)", "from datetime import datetime")
t("next(c)", "import itertools; c = itertools.count()")
t("list(itertools.chain(l, l))", "import itertools; l = list(range(20))")
t("list(itertools.islice(l, 10))", "import itertools; l = list(range(20))")
t("list(itertools.product(l, l))", "import itertools; l = list(range(5))")
t("list(itertools.permutations(l))", "import itertools; l = list(range(4))")
t("list(itertools.combinations(l, 2))", "import itertools; l = list(range(6))")
t("[k for k, g in itertools.groupby(l)]", "import itertools; l = [1, 1, 2, 2, 3]")
t("list(itertools.accumulate(l))", "import itertools; l = list(range(20))")
t("list(itertools.starmap(f, l))", "import itertools; l = [(1, 2)] * 10; f = lambda a, b: a")
t("heapq.heappush(h, i & 63); heapq.heappop(h)", "import heapq; h = list(range(20))")
t("bisect.bisect(l, 7)", "import bisect; l = list(range(20))")
t("io.StringIO()", "import io")
t("s.write('abc')", "import io; s = io.StringIO()")
t("os.path.join('a', 'b')", "import os")
t("os.path.basename('a/b')", "import os")
t("contextvar.get()", "import contextvars; contextvar = contextvars.ContextVar('c', default=1)")
t("contextvar.set(4)", "import contextvars; contextvar = contextvars.ContextVar('c', default=1)")
t("sys.exc_info()", "import sys")
t("sys._getframe().f_lineno", "import sys")
t("l.__len__()", "l = [1]")
t("list.append(l, 1)", "l = []")
t("str.upper(s)", "s = 'abc'")
t("list(map(str.upper, l))", "l = ['a'] * 10")
t("int.__add__(3, 4)")
t("x: int = 5")
t("assert i >= 0")
t("i if i & 1 else 0")
t("1 < i < 5")
t("not i")
t("i in (1, 2, 3)")
t("i in {1, 2, 3}")
t("s is None", "s = 5")
t("global_ = 5")
t("import sys")
t("from sys import path")
t("match i:\n  case 5: pass\n  case int(): pass")
t("match l:\n  case [a, b]: pass", "l = [1, 2]")
t("match d:\n  case {'a': x}: pass", "d = {'a': 1}")
t("match a:\n  case A(x=1): pass", CLS)


def loop_over(statement, setup):
    body = "\n    ".join(statement.split("\n"))
    namespace = {"sys": sys, "__name__": "operation"}
    exec(f"{setup}\ndef loop(n):\n  for i in range(n):\n    {body}\n", namespace)
    return namespace["loop"]


def best(statement, setup, seconds):
    """The least time of a turn; loops grow until one takes some milliseconds."""
    loop = loop_over(statement, setup)
    turns, least, begin = 100, float("inf"), perf_counter()
    while perf_counter() - begin < seconds:
        start = perf_counter()
        loop(turns)
        taken = perf_counter() - start
        least = min(least, taken / turns)
        if taken < 0.004:
            turns *= 2
    return least * 1e9


def main(seconds, *numbers):
    for number, (statement, setup) in enumerate(OPERATIONS):
        if numbers and str(number) not in numbers:
            continue
        try:
            time = f"{best(statement, setup, float(seconds)):.1f}"
        except Exception as error:
            time = repr(error)
        print(number, time, repr(statement), repr(setup), sep="\t", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
