import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FloatConstant, TupleConstant } from '../../bytecode/constants.ts';
import { build, listing } from './support.ts';

test('temporaries share registers when their lives do not overlap', () => {
  const code = build({ locals: ['x'], parameters: 1 }, (b) => {
    const first = b.newTemp();
    b.loadInt(first, 1);
    const second = b.newTemp();
    b.add(second, first, 0);
    const third = b.newTemp();
    b.subtract(third, second, 0);
    b.return(third);
  });
  assert.deepEqual(listing(code), ['LoadInt t1, 1', 'Add t1, t1, x', 'Subtract t1, t1, x', 'Return t1']);
  assert.equal(code.registerCount, 2);
});

test('a move between temporaries disappears', () => {
  const code = build({ locals: ['c'], parameters: 1 }, (b) => {
    const result = b.newTemp();
    const otherwise = b.newLabel();
    const end = b.newLabel();
    b.jumpIfFalse(0, otherwise);
    const one = b.newTemp();
    b.loadInt(one, 1);
    b.move(result, one);
    b.jump(end);
    b.place(otherwise);
    const two = b.newTemp();
    b.loadInt(two, 2);
    b.move(result, two);
    b.place(end);
    b.return(result);
  });
  assert.deepEqual(listing(code), [
    'JumpIfFalse c, L1',
    'LoadInt t1, 1',
    'Jump L2',
    'L1: LoadInt t1, 2',
    'L2: Return t1',
  ]);
});

test('a value for a local is computed in place, and a copy of a local is read from it', () => {
  const code = build({ locals: ['x', 'y'], parameters: 1 }, (b) => {
    const sum = b.newTemp();
    b.add(sum, 0, 0);
    b.move(1, sum);
    const copy = b.newTemp();
    b.move(copy, 1);
    b.return(copy);
  });
  assert.deepEqual(listing(code), ['Add y, x, x', 'Return y']);
});

test('a local keeps its old value where something in between can raise or writes it', () => {
  const code = build({ locals: ['x', 'y'], parameters: 2 }, (b) => {
    const sum = b.newTemp();
    b.add(sum, 0, 0);
    const product = b.newTemp();
    b.multiply(product, 0, 0);
    b.move(1, sum);
    const old = b.newTemp();
    b.move(old, 0);
    b.move(0, product);
    b.return(old);
  });
  assert.deepEqual(listing(code), [
    'Add t2, x, x',
    'Multiply t3, x, x',
    'Move y, t2',
    'Move t2, x',
    'Move x, t3',
    'Return t2',
  ]);
});

test('checks of locals that are bound on every path are removed', () => {
  const code = build({ locals: ['p', 'x'], parameters: 1 }, (b) => {
    const end = b.newLabel();
    b.checkBound(0);
    b.jumpIfFalse(0, end);
    b.loadInt(1, 1);
    b.checkBound(1);
    b.place(end);
    b.checkBound(1);
    b.checkBound(1);
    b.return(1);
  });
  assert.deepEqual(listing(code), ['JumpIfFalse p, L1', 'LoadInt x, 1', 'L1: CheckBound x', 'Return x']);
});

test('a handler sees a local as unbound if the try block may raise before binding it, or unbinds it', () => {
  const code = build({ locals: ['p', 'x', 'y'], parameters: 1 }, (b) => {
    const handler = b.newLabel();
    const exception = b.newTemp();
    b.loadInt(2, 1);
    b.enterTry(handler, exception);
    b.add(1, 0, 0);
    b.checkBound(2);
    b.unbind(2);
    b.loadInt(2, 3);
    b.leaveTry();
    b.checkBound(1);
    b.checkBound(2);
    b.return(1);
    b.place(handler);
    b.checkBound(0);
    b.checkBound(1);
    b.checkBound(2);
    b.return(2);
  });
  assert.deepEqual(listing(code), [
    'LoadInt y, 1',
    'L1: Add x, p, p',
    'Unbind y',
    'LoadInt y, 3',
    'L2: Return x',
    'L3: CheckBound x',
    'CheckBound y',
    'Return y',
    'handlers',
    'L1 to L2 -> L3 with t3',
  ]);
});

test('a loop that deletes its variable checks it in every round', () => {
  const code = build({ locals: ['x'] }, (b) => {
    const top = b.newLabel();
    b.loadInt(0, 1);
    b.place(top);
    b.checkBound(0);
    b.unbind(0);
    b.loopBack(top);
  });
  assert.deepEqual(listing(code), ['LoadInt x, 1', 'L1: CheckBound x', 'Unbind x', 'LoopBack L1']);
});

test('jumps go to their final target; unreachable code and needless jumps go away', () => {
  const code = build({ locals: ['x'], parameters: 1 }, (b) => {
    const [first, second, dead, end] = [b.newLabel(), b.newLabel(), b.newLabel(), b.newLabel()];
    b.jumpIfTrue(0, first);
    b.loadInt(0, 1);
    b.jump(end);
    b.place(dead);
    b.loadInt(0, 2);
    b.place(first);
    b.jump(second);
    b.place(second);
    b.jump(end);
    b.place(end);
    b.return(0);
  });
  assert.deepEqual(listing(code), ['JumpIfTrue x, L1', 'LoadInt x, 1', 'L1: Return x']);
});

test('a branch around a jump is inverted, and a jump to the end of a loop goes back at once', () => {
  const code = build({ locals: ['x'], parameters: 1 }, (b) => {
    const [top, skip, skip2, end, exit] = [b.newLabel(), b.newLabel(), b.newLabel(), b.newLabel(), b.newLabel()];
    b.place(top);
    b.jumpIfFalse(0, skip);
    b.jump(exit);
    b.place(skip);
    b.jumpIfFalse(0, skip2);
    b.loadInt(0, 1);
    b.jump(end);
    b.place(skip2);
    b.loadInt(0, 2);
    b.place(end);
    b.loopBack(top);
    b.place(exit);
    b.returnNone();
  });
  assert.deepEqual(listing(code), [
    'L1: JumpIfTrue x, L3',
    'JumpIfFalse x, L2',
    'LoadInt x, 1',
    'LoopBack L1',
    'L2: LoadInt x, 2',
    'LoopBack L1',
    'L3: ReturnNone',
  ]);
});

test('what a handler reads is kept through its region, and what a loop reads through the loop', () => {
  const code = build({ locals: ['x'], parameters: 1 }, (b) => {
    const [top, exit, handler] = [b.newLabel(), b.newLabel(), b.newLabel()];
    const iterator = b.newTemp();
    const saved = b.newTemp();
    const exception = b.newTemp();
    b.getIter(iterator, 0);
    b.loadInt(saved, 7);
    b.place(top);
    b.forIter(0, iterator, exit);
    b.enterTry(handler, exception);
    const sum = b.newTemp();
    b.add(sum, 0, 0);
    const more = b.newTemp();
    b.add(more, sum, 0);
    b.leaveTry();
    b.loopBack(top);
    b.place(handler);
    b.return(saved);
    b.place(exit);
    b.returnNone();
  });
  assert.deepEqual(listing(code), [
    'GetIter t1, x',
    'LoadInt t2, 7',
    'L1: ForIter x, t1, L5',
    'L2: Add t3, x, x',
    'Add t3, t3, x',
    'L3: LoopBack L1',
    'L4: Return t2',
    'L5: ReturnNone',
    'handlers',
    'L2 to L3 -> L4 with t1',
  ]);
});

test('regions inside others come first, and a region that was left and entered again has two ranges', () => {
  const code = build({ locals: ['x'], parameters: 1 }, (b) => {
    const [outer, inner, rest] = [b.newLabel(), b.newLabel(), b.newLabel()];
    const [outerException, innerException] = [b.newTemp(), b.newTemp()];
    b.enterTry(outer, outerException);
    b.negative(0, 0);
    b.enterTry(inner, innerException);
    b.jumpIfFalse(0, rest);
    b.leaveTry();
    b.leaveTry();
    b.return(0);
    b.enterTry(outer, outerException);
    b.enterTry(inner, innerException);
    b.place(rest);
    b.invert(0, 0);
    b.leaveTry();
    b.leaveTry();
    b.return(0);
    b.place(inner);
    b.return(innerException);
    b.place(outer);
    b.return(outerException);
  });
  assert.deepEqual(listing(code), [
    'L1: Negative x, x',
    'L2: JumpIfFalse x, L4',
    'L3: Return x',
    'L4: Invert x, x',
    'L5: Return x',
    'L6: Return t1',
    'L7: Return t1',
    'handlers',
    'L4 to L5 -> L6 with t1',
    'L4 to L5 -> L7 with t1',
    'L2 to L3 -> L6 with t1',
    'L1 to L3 -> L7 with t1',
  ]);
});

test('constants are one only if type and value are the same', () => {
  const values = [1, 1, new FloatConstant(1), true, new FloatConstant(0), new FloatConstant(-0), 0];
  const tuples = [new TupleConstant([1]), new TupleConstant([true]), new TupleConstant([1])];
  const code = build({ locals: [] }, (b) => {
    b.reserveFirstConstant('doc');
    const list = b.newTemp();
    b.buildList(list, []);
    for (const value of [...values, ...tuples]) {
      const temp = b.newTemp();
      b.loadConst(temp, value);
      b.listAppend(list, temp);
    }
    b.return(list);
  });
  assert.deepEqual(code.constants, [
    'doc',
    1,
    new FloatConstant(1),
    true,
    new FloatConstant(0),
    new FloatConstant(-0),
    0,
    new TupleConstant([1]),
    new TupleConstant([true]),
  ]);
});
