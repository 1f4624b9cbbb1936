/** Golden listings: what small functions are compiled to. Whoever changes one on purpose says why it is better. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Code } from '../../bytecode/code.ts';
import { verifyCode } from '../backend/verify.ts';
import { compileSource } from '../compile.ts';
import { listing } from './support.ts';

/** The first function in `source`, or in the class in it. */
function functionOf(source: string): Code {
  let code = compileSource(source, 't.py', 'exec');
  verifyCode(code);
  do code = code.constants.find((constant) => constant instanceof Code) as Code;
  while (code.name === 'C');
  return code;
}

function golden(name: string, source: string, expected: string): void {
  test(name, () => {
    assert.equal(listing(functionOf(source)).join('\n'), expected.replace(/^ +/gm, '').trim());
  });
}

golden(
  'operands that are constants need no load',
  `def f(a):
    return a * 2 + a[1] - 3 * 4`,
  `
    MultiplyInt t1, a, 2
    LoadItemInt t2, a, 1
    Add t1, t1, t2
    SubtractInt t1, t1, 12
    Return t1
  `,
);

golden(
  'a loop is one instruction longer than its parts',
  `def f(n):
    s = 0
    for i in range(n):
        s += i
    return s`,
  `
    LoadInt s, 0
    LoadGlobal t3, range
    Call t3, t3, (n)
    GetIter t3, t3
    L1: ForIter i, t3, L2
    InplaceAdd s, s, i
    LoopBack L1
    L2: Return s
  `,
);

golden(
  'a while loop',
  `def f(n):
    while n > 0 and n != 5:
        n -= 1`,
  `
    L1: GreaterInt t1, n, 0
    JumpIfFalse t1, L2
    NotEqualInt t1, n, 5
    JumpIfFalse t1, L3
    InplaceSubtractInt n, n, 1
    LoopBack L1
    L2: ReturnNone
    L3: ReturnNone
  `,
);

golden(
  'conditions jump and build no bool',
  `def f(a, b, c):
    if a and b or not c:
        return 1
    return 2`,
  `
    JumpIfFalse a, L1
    JumpIfTrue b, L2
    L1: JumpIfTrue c, L3
    L2: LoadInt t3, 1
    Return t3
    L3: LoadInt t3, 2
    Return t3
  `,
);

golden(
  'comparisons with None are jumps',
  `def f(x):
    return 1 if x is None else 2`,
  `
    JumpIfNotNone x, L1
    LoadInt t1, 1
    Jump L2
    L1: LoadInt t1, 2
    L2: Return t1
  `,
);

golden(
  'a chain of comparisons evaluates its middle once',
  `def f(a, b, c):
    return a < b < c`,
  `
    Less t3, a, b
    JumpIfFalse t3, L1
    Less t3, b, c
    L1: Return t3
  `,
);

golden(
  'swapping keeps one value aside',
  `def f(a, b):
    a, b = b, a
    return a`,
  `
    Move t2, a
    Move a, b
    Move b, t2
    Return a
  `,
);

golden(
  'comprehensions run in the frame',
  `def f(x):
    return [x + 1 for x in x if x]`,
  `
    GetIter t2, x
    L1: BuildList t3, ()
    L2: ForIter x, t2, L4
    JumpIfFalse x, L3
    AddInt t4, x, 1
    ListAppend t3, t4
    L3: LoopBack L2
    L4: Unbind x
    Return t3
    L5: Unbind x
    Unbind x
    Reraise t3
    handlers
    L1 to L4 -> L5 with t3
  `,
);

golden(
  'captured variables of comprehensions get cells of their own',
  `def f(n):
    return [lambda: i for i in n]`,
  `
    GetIter t2, n
    Unbind i
    MakeCell i
    L1: BuildList t3, ()
    L2: ForIter t4, t2, L3
    StoreCell i, t4
    MakeFunction t4, <code object <lambda>, line 2>, (i)
    ListAppend t3, t4
    LoopBack L2
    L3: Unbind i
    Return t3
    L4: Unbind i
    Unbind i
    Reraise t3
    handlers
    L1 to L3 -> L4 with t3
  `,
);

golden(
  'a variable that := changes is copied first',
  `def f(a):
    return a + (a := 2)`,
  `
    Move t1, a
    LoadInt a, 2
    Add t1, t1, a
    Return t1
  `,
);

golden(
  'return runs the finally block',
  `def f():
    try:
        return g()
    finally:
        h()`,
  `
    Nop
    L1: LoadGlobal t0, g
    Call t0, t0, ()
    L2: LoadGlobal t1, h
    Call t1, t1, ()
    Return t0
    L3: EnterHandler t1, t0
    L4: LoadGlobal t2, h
    Call t2, t2, ()
    L5: LeaveHandler t1
    Reraise t0
    L6: LeaveHandler t1
    Reraise t0
    handlers
    L4 to L5 -> L6 with t0
    L1 to L2 -> L3 with t0
  `,
);

golden(
  'except binds and unbinds its name',
  `def f():
    try:
        g()
    except E as e:
        h(e)`,
  `
    Nop
    L1: LoadGlobal t1, g
    Call t1, t1, ()
    L2: ReturnNone
    L3: EnterHandler t2, t1
    L4: LoadGlobal t3, E
    MatchException t3, t1, t3
    JumpIfFalse t3, L9
    Move e, t1
    L5: LoadGlobal t3, h
    Call t3, t3, (e)
    L6: Jump L8
    L7: Unbind e
    Reraise t3
    L8: LeaveHandler t2
    Unbind e
    ReturnNone
    L9: LeaveHandler t2
    Reraise t1
    L10: LeaveHandler t2
    Reraise t1
    handlers
    L5 to L6 -> L7 with t3
    L4 to L8 -> L10 with t1
    L1 to L2 -> L3 with t1
  `,
);

golden(
  'with calls __exit__ on every way out',
  `def f(m):
    with m as x:
        return x`,
  `
    LoadSpecial t2, t3, m, __exit__
    LoadSpecial t4, t5, m, __enter__
    CallMethod x, t4, t5, ()
    Nop
    LoadNone t4
    CallMethod t2, t2, t3, (t4, t4, t4)
    Return x
  `,
);

golden(
  'methods are called without a bound method',
  `def f(o, x):
    return o.m(x, k=1)`,
  `
    LoadMethod t2, t3, o, m
    LoadInt t4, 1
    CallMethodKw t2, t2, t3, ('k',), (x, t4)
    Return t2
  `,
);

golden(
  'stars collect arguments',
  `def f(a, k):
    return g(1, *a, **k)`,
  `
    LoadGlobal t2, g
    BuildList t3, ()
    LoadInt t4, 1
    ListAppend t3, t4
    ListExtend t3, a
    CallEx t2, t2, t3, k
    Return t2
  `,
);

golden(
  'super() without arguments',
  `class C:
    def f(self):
        return super().f()`,
  `
    LoadGlobal t1, super
    LoadFree t2, __class__
    LoadSuperMethod t2, t1, t2, self, f, t1
    CallMethod t2, t2, t1, ()
    Return t2
  `,
);

golden(
  'generators',
  `def f(x):
    y = yield x
    yield from y`,
  `
    ReturnGenerator
    L1: Yield y, x
    GetYieldFromIter t2, y
    YieldFrom t2, t2
    ReturnNone
    L2: CallIntrinsic t2, stopIterationError, (t2)
    Reraise t2
    handlers
    L1 to L2 -> L2 with t2
  `,
);

golden(
  'patterns',
  `def f(x):
    match x:
        case [1, y]: return y
        case {"k": v}: return v
        case _: return None`,
  `
    Nop
    MatchSequence t3, x
    JumpIfFalse t3, L1
    GetLength t3, x
    EqualInt t3, t3, 2
    JumpIfFalse t3, L1
    UnpackSequence x, (t3, t4)
    LoadInt t5, 1
    Equal t3, t3, t5
    JumpIfFalse t3, L1
    Move y, t4
    Return y
    L1: MatchMapping t4, x
    JumpIfFalse t4, L2
    GetLength t4, x
    GreaterEqualInt t4, t4, 1
    JumpIfFalse t4, L2
    LoadConst t4, 'k'
    BuildTuple t4, (t4)
    MatchKeys t4, x, t4
    JumpIfNone t4, L2
    UnpackSequence t4, (v)
    Return v
    L2: ReturnNone
  `,
);

golden(
  'unpacking writes variables directly',
  `def f(x):
    a, *b = x
    return b`,
  `
    UnpackEx x, 1, (a, b)
    Return b
  `,
);

golden(
  'f-strings',
  `def f(x):
    return f"a{x!r:>{x}}b"`,
  `
    LoadConst t1, 'a'
    ConvertValue t2, x, 2
    LoadConst t3, '>'
    FormatValue t4, x
    BuildString t3, (t3, t4)
    FormatWithSpec t2, t2, t3
    LoadConst t3, 'b'
    BuildString t1, (t1, t2, t3)
    Return t1
  `,
);

golden(
  'assert',
  `def f(x):
    assert x, "m"`,
  `
    JumpIfTrue x, L1
    LoadAssertionError t1
    LoadConst t2, 'm'
    Call t1, t1, (t2)
    Raise t1
    L1: ReturnNone
  `,
);

golden(
  'del',
  `def f(x):
    del x
    return x`,
  `
    Unbind x
    CheckBound x
    Return x
  `,
);

golden(
  'nonlocal',
  `def f():
    x = 1
    def g():
        nonlocal x
        x += 1
    return g`,
  `
    MakeCell x
    LoadInt t2, 1
    StoreCell x, t2
    MakeFunction g, <code object g, line 3>, (x)
    Return g
  `,
);

golden(
  'long displays grow item by item',
  `def f(x):
    return (*x, 1)`,
  `
    BuildList t1, ()
    ListExtend t1, x
    LoadInt t2, 1
    ListAppend t1, t2
    ListToTuple t1, t1
    Return t1
  `,
);

golden(
  'async',
  `async def f(x):
    async with x as y:
        await y`,
  `
    ReturnGenerator
    L1: LoadSpecial t2, t3, x, __aexit__
    LoadSpecial t4, t5, x, __aenter__
    CallMethod t4, t4, t5, ()
    GetAwaitable t4, t4, 1
    YieldFrom y, t4
    L2: GetAwaitable t4, y, 0
    YieldFrom t4, t4
    L3: LoadNone t4
    CallMethod t4, t2, t3, (t4, t4, t4)
    GetAwaitable t4, t4, 2
    YieldFrom t4, t4
    ReturnNone
    L4: EnterHandler t5, t4
    L5: ExitContext t2, t2, t3, t4
    GetAwaitable t2, t2, 2
    YieldFrom t2, t2
    JumpIfFalse t2, L7
    L6: LeaveHandler t5
    ReturnNone
    L7: LeaveHandler t5
    Reraise t4
    L8: LeaveHandler t5
    Reraise t4
    L9: CallIntrinsic t4, stopIterationError, (t4)
    Reraise t4
    handlers
    L5 to L6 -> L8 with t4
    L2 to L3 -> L4 with t4
    L1 to L9 -> L9 with t4
  `,
);
