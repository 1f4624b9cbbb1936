/** `_heapq`: priority queues in lists. Reference: https://docs.python.org/3.14/library/heapq.html */
import { raiseTypeError } from '../../objspace/exception.ts';
import { builtinModule, type ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import type { Result, Value } from '../../objspace/object.ts';
import { argumentName } from '../../objspace/operations.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { heapify, pop, push, pushPop, replace } from './heap.ts';

type WithItem = (heap: PyList, item: Value, isMax: boolean) => Result;
type WithoutItem = (heap: PyList, isMax: boolean) => Result;

/** Declares a function and its variant for max-heaps. */
function withItem(module: ModuleBuilder, name: string, docs: readonly [string, string], operation: WithItem): void {
  [name, `${name}_max`].forEach((full, index) => {
    declare(module, `${full}(heap, item, /)`, docs[index], (heap: Value, item: Value) =>
      heap instanceof PyList
        ? operation(heap, item, index === 1)
        : raiseTypeError(`${full}() argument 1 must be list, not ${argumentName(heap)}`),
    );
  });
}

function withoutItem(
  module: ModuleBuilder,
  name: string,
  docs: readonly [string, string],
  operation: WithoutItem,
): void {
  [name, `${name}_max`].forEach((full, index) => {
    declare(module, `${full}(heap, /)`, docs[index], (heap: Value) =>
      heap instanceof PyList
        ? operation(heap, index === 1)
        : raiseTypeError(`${full}() argument must be list, not ${argumentName(heap)}`),
    );
  });
}

/** The types of a signature that is put together cannot be checked. */
function declare(
  module: ModuleBuilder,
  signature: string,
  doc: string,
  body: (heap: Value, item: Value) => Result,
): void {
  module.function(signature, doc, body as never);
}

const ABOUT =
  'A heap keeps the smallest of its items in front, at the price of a few comparisons for each change.\n\n' +
  'It is a list seen as a binary tree: the items at 2*k+1 and 2*k+2 stand below the item at k, and no item is smaller than the one\n' +
  'above it. What is added starts at the end and climbs; when the first is taken, the last takes its place and sinks. Both ways are\n' +
  'as long as the tree is high, so n items are sorted in the order of n log n steps, and whoever only wants the few smallest pays\n' +
  'for no more than those.\n';

export const _heapq = builtinModule(
  '_heapq',
  'Heap queue algorithm (a.k.a. priority queue).\n\nHeaps are arrays for which a[k] <= a[2*k+1] and a[k] <= a[2*k+2] for\nall k, counting elements from 0.  For the sake of comparison,\nnon-existing elements are considered to be infinite.  The interesting\nproperty of a heap is that a[0] is always its smallest element.\n',
  (module) => {
    module.constant('__about__', ABOUT);
    withItem(
      module,
      'heappush',
      [
        'Push item onto heap, maintaining the heap invariant.',
        'Push item onto max heap, maintaining the heap invariant.',
      ],
      push,
    );
    withItem(
      module,
      'heappushpop',
      [
        'Push item on the heap, then pop and return the smallest item from the heap.\n\nThe combined action runs more efficiently than heappush() followed by\na separate call to heappop().',
        'Maxheap variant of heappushpop.\n\nThe combined action runs more efficiently than heappush_max()\nfollowed by a separate call to heappop_max().',
      ],
      pushPop,
    );
    withoutItem(
      module,
      'heappop',
      ['Pop the smallest item off the heap, maintaining the heap invariant.', 'Maxheap variant of heappop.'],
      pop,
    );
    withItem(
      module,
      'heapreplace',
      [
        'Pop and return the current smallest value, and add the new item.\n\nThis is more efficient than heappop() followed by heappush(), and can be\nmore appropriate when using a fixed-size heap.  Note that the value\nreturned may be larger than item!  That constrains reasonable uses of\nthis routine unless written as part of a conditional replacement:\n\n    if item > heap[0]:\n        item = heapreplace(heap, item)',
        'Maxheap variant of heapreplace.',
      ],
      replace,
    );
    withoutItem(
      module,
      'heapify',
      ['Transform list into a heap, in-place, in O(len(heap)) time.', 'Maxheap variant of heapify.'],
      heapify,
    );
  },
);
