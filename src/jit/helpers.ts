/** What emitted code refers to by name. */
import { MAX_SAFE } from './graph.ts';
import { setClassVariable } from '../objspace/types/type.ts';
import {
  assignFrom,
  assignReversed,
  assignSlice,
  concatSlices,
  listOfSlice,
  reverseList,
  sliceBytes,
  sliceList,
  sliceText,
  sliceTuple,
  takeReversed,
  takeSlice,
} from '../interpreter/slices.ts';
import {
  addMixed,
  divideMixed,
  floorDivideMixed,
  moduloMixed,
  multiplyMixed,
  powerMixed,
  subtractMixed,
} from './mixed.ts';
import { continuationOf } from '../interpreter/instructions/operators.ts';
import { afterNew, continued, continuedBare } from './continuing.ts';
import {
  callAny0,
  callAny1,
  callAny2,
  callAny3,
  callAny4,
  callShort,
  callShortTwo,
  callItems,
  instanceBy,
  isLeftToNew,
} from './calling.ts';
import { constructed, constructedBare, execute, fail, leave, overdue, restore, settle, stepped } from './leaving.ts';
import { moveEnumerate, moveZip, open, push, pushNew, pushOperation } from './rebuilding.ts';
import { isUndisturbed, land, passes, refuse } from './bare.ts';
import { callSpread, quietSpread, restOfTuple, trySpread, callWithNames, runInContext } from './spreading.ts';
import { fromWord, HALVES, isWord, toWord, WHOLE } from './words.ts';
import { instruments } from '../interpreter/instruments.ts';
import { hides, superFunction, superMethod } from '../interpreter/attribute-sites.ts';
import {
  beginTuple,
  BYTEARRAY_SHAPE,
  BYTES_SHAPE,
  DICT_SHAPE,
  isSameFloat,
  buildConstMap,
  LIST_SHAPE,
  listToTuple,
  listWith,
  makeFunction,
  SET_SHAPE,
  setFunctionPart,
  TUPLE_SHAPE,
} from '../interpreter/displays.ts';
import { PyCoroutine, PyGenerator, returned, stopIteration } from '../interpreter/generator.ts';
import { finishAwaited, pushAwaited, suspendAwaited, yieldAwaited } from './awaited.ts';
import { pushConsumed } from './consuming.ts';
import { finishResumed, placeIn, pushResumed, suspendResumed } from './places.ts';
import { enterHandler, handles, handlesFor, leaveHandler, raiseAgain, raiseCurrent } from './handling.ts';
import { isStopAsyncIteration, raiseFrom } from '../interpreter/raising.ts';
import { AsyncGeneratorValue } from '../interpreter/intrinsics.ts';
import {
  advance,
  advanceInstance,
  delegateFrom,
  delegateToNew,
  drained,
  newCoroutine1,
  newCoroutine2,
  newGenerator,
  newGenerator1,
  newGenerator2,
  nextWithin,
  send,
} from './resuming.ts';
import { generatorType } from '../interpreter/generator-types.ts';
import type { PyBytesLike } from '../objspace/buffer.ts';
import { computed, gotBy, gotOfClass } from './quiet-attributes.ts';
import {
  invoke,
  invoke0,
  invoke1,
  invoke2,
  invoke3,
  PyBuiltinFunction,
  runBody,
  runLinearBody,
} from '../objspace/gateway/builtin-function.ts';
import { newDoubles } from '../objspace/doubles.ts';
import { adopt, dropAttribute, initDouble, PyInstance, writePlace } from '../objspace/instance.ts';
import { identityOf } from '../objspace/identity.ts';
import { PyBaseException, raiseObject } from '../objspace/exception.ts';
import { newInstance } from '../objspace/types/exceptions/base.ts';
import { PyMethodWrapper } from '../objspace/descriptors.ts';
import { callWrapperOf } from '../objspace/types/descriptors.ts';
import { EXIT, type Value } from '../objspace/object.ts';
import { next } from '../interpreter/awaiting.ts';
import { state } from '../objspace/state.ts';
import { compensated } from '../objspace/summation.ts';
import { fewBytes, singleByte } from '../objspace/types/bytes/bytes.ts';
import { PyDict } from '../objspace/types/dict/dict.ts';
import { PyEnumerate } from '../objspace/types/enumerate.ts';
import { PyZip } from '../objspace/types/zip.ts';
import { PyTupleIterator } from '../objspace/types/tuple-iterator.ts';
import { PyFloat } from '../objspace/types/float.ts';
import { floorDivideFloat, moduloFloat } from '../objspace/types/float-arithmetic.ts';
import { Cell, PyFunction, PyMethod } from '../objspace/types/function.ts';
import { equalBytes } from '../objspace/types/bytes/search.ts';
import { PyByteArrayIterator, PyBytesIterator } from '../objspace/types/bytes/iterator.ts';
import { iterateText } from '../objspace/types/str/iterator.ts';
import { PyListIterator, PyReversedListIterator } from '../objspace/types/list/iterator.ts';
import { popFromList } from '../objspace/types/list/list-type.ts';
import { PyList } from '../objspace/types/list/list.ts';
import { PyComplex } from '../objspace/types/complex.ts';
import { multiplyComplex } from '../objspace/types/complex-arithmetic.ts';
import { countItems, PyRange } from '../objspace/types/range.ts';
import { PyRangeIterator, rangeIterator } from '../objspace/types/range-iterator.ts';
import {
  nextKey,
  nextPair,
  nextValue,
  PyDictItemIterator,
  PyDictKeyIterator,
  PyDictValueIterator,
} from '../objspace/types/dict/iterators.ts';
import { PyDictItems, PyDictKeys, PyDictValues } from '../objspace/types/dict/views.ts';
import { PySetIterator } from '../objspace/types/set/iterator.ts';
import { insertItem } from './list-methods.ts';
import * as keyPlaces from './key-places.ts';
import * as tame from './tame.ts';
import * as quietOperations from './quiet-operations.ts';
import * as tameAttributes from './tame-attributes.ts';
import * as tameAwaits from './tame-awaits.ts';
import * as tameCalls from './tame-calls.ts';
import * as tameClasses from './tame-classes.ts';
import { packDouble, packWord, readDouble } from './struct-fields.ts';
import { tamedDictOf } from './tame-dictionaries.ts';
import { tamedMake } from './tame-making.ts';
import * as tameNumbers from './tame-numbers.ts';
import * as tameTexts from './tame-texts.ts';
import * as tupleKeys from './tuple-keys.ts';
import { PyType, typeOf } from '../objspace/type.ts';
import { PySet } from '../objspace/types/set/storage.ts';
import { PySlice } from '../objspace/types/slice.ts';
import {
  andInt,
  invertInt,
  leftShiftInt,
  negateInt,
  orInt,
  rightShiftInt,
  xorInt,
} from '../objspace/types/int/arithmetic.ts';
import { isInstanceOfAny, isRealInstance } from '../objspace/types/type.ts';
import { joined, PyTuple } from '../objspace/types/tuple.ts';
import { characterOf } from '../util/growing-text.ts';
import { STRIDE, worked } from '../util/work.ts';
import { MAX_GROWN_ITEMS } from '../util/limits.ts';

const HIGH = 0x1_0000_0000;

type BitOperation = (left: number, right: number) => number;

/** A bit operation on small ints; NaN where a negative int is beyond int32. */
function bitOperation(operation: BitOperation): BitOperation {
  return (left, right) => {
    if ((left | 0) === left && (right | 0) === right) return operation(left, right);
    if (left < 0 || right < 0) return Number.NaN;
    return operation(Math.floor(left / HIGH), Math.floor(right / HIGH)) * HIGH + (operation(left, right) >>> 0);
  };
}

export const helpers = {
  W: HALVES,
  B: WHOLE,
  isWord,
  toWord,
  fromWord,
  S: state,
  EXIT,
  MAX: MAX_SAFE,
  MAX_GROWN: MAX_GROWN_ITEMS,
  LIST_SHAPE,
  TUPLE_SHAPE,
  DICT_SHAPE,
  BYTES_SHAPE,
  BYTEARRAY_SHAPE,
  SET_SHAPE,
  GENERATOR_SHAPE: generatorType.instanceShape,
  Float: PyFloat,
  Complex: PyComplex,
  multiplyComplex,
  Instance: PyInstance,
  Tuple: PyTuple,
  List: PyList,
  MethodWrapper: PyMethodWrapper,
  invokeWrapper: callWrapperOf,
  Method: PyMethod,
  Cell,
  Range: PyRange,
  RangeIterator: PyRangeIterator,
  ListIterator: PyListIterator,
  ReversedListIterator: PyReversedListIterator,
  BytesIterator: PyBytesIterator,
  ByteArrayIterator: PyByteArrayIterator,
  iterateText,
  moveZip,
  Zip: PyZip,
  moveEnumerate,
  Generator: PyGenerator,
  rangeIterator,
  countItems,
  writePlace,
  dropAttribute,
  newDoubles,
  initDouble,
  floorDivideFloat,
  moduloFloat,
  computed,
  gotBy,
  gotOfClass,
  invoke0,
  invoke1,
  invoke2,
  invoke3,
  runBody,
  runLinearBody,
  invokeItems: invoke,
  leave,
  Slice: PySlice,
  sliceList,
  listOfSlice,
  reverseList,
  characterOf,
  sliceText,
  sliceTuple,
  sliceBytes,
  takeSlice,
  takeReversed,
  assignSlice,
  assignFrom,
  assignReversed,
  concatSlices,
  isUndisturbed,
  insertItem,
  popItem: popFromList,
  isInstanceOfAny,
  isRealInstance,
  beginTuple,
  listWith,
  listToTuple,
  superFunction,
  superMethod,
  hides,
  setClassVariable,
  callAny0,
  callAny1,
  callAny2,
  callAny3,
  instanceBy,
  isLeftToNew,
  callAny4,
  callShort,
  callShortTwo,
  callItems,
  constructed,
  constructedBare,
  afterNew,
  continuationOf,
  continued,
  continuedBare,
  callSpread,
  quietSpread,
  trySpread,
  Function_: PyFunction,
  Type: PyType,
  Builtin: PyBuiltinFunction,
  next,
  nextKey,
  nextValue,
  nextPair,
  Dict: PyDict,
  DictKeys: PyDictKeys,
  DictValues: PyDictValues,
  DictItems: PyDictItems,
  DictKeyIterator: PyDictKeyIterator,
  DictValueIterator: PyDictValueIterator,
  DictItemIterator: PyDictItemIterator,
  SetIterator: PySetIterator,
  Set_: PySet,
  typeOf,
  identityOf,
  buildConstMap,
  restOfTuple,
  makeFunction,
  setFunctionPart,
  ...quietOperations,
  ...tame,
  ...tupleKeys,
  ...keyPlaces,
  ...tameAttributes,
  ...tameNumbers,
  ...tameTexts,
  ...tameAwaits,
  ...tameCalls,
  ...tameClasses,
  tamedDictOf,
  tamedMake,
  fail,
  execute,
  Instruments: instruments,
  restore,
  settle,
  stepped,
  open,
  adopt,
  land,
  passes,
  refuse,
  advance,
  advanceInstance,
  nextWithin,
  pushConsumed,
  placeIn,
  pushResumed,
  runInContext,
  callWithNames,
  pushAwaited,
  suspendAwaited,
  yieldAwaited,
  finishAwaited,
  suspendResumed,
  finishResumed,
  compensated,
  handles,
  handlesFor,
  enterHandler,
  leaveHandler,
  raiseAgain,
  raiseObject,
  raiseFrom,
  BaseException: PyBaseException,
  newException: newInstance,
  raiseCurrent,
  delegateFrom,
  delegateToNew,
  send,
  stopIteration,
  newCoroutine1,
  newCoroutine2,
  newGenerator,
  newGenerator1,
  newGenerator2,
  AsyncGeneratorValue,
  isStopAsyncIteration,

  drained,
  returned,
  Coroutine: PyCoroutine,
  push,
  pushNew,
  pushOperation,
  Enumerate: PyEnumerate,
  TupleIterator: PyTupleIterator,
  andInt,
  invertInt,
  negateInt,
  orInt,
  xorInt,
  leftShiftInt,
  rightShiftInt,
  addMixed,
  subtractMixed,
  multiplyMixed,
  divideMixed,
  floorDivideMixed,
  moduloMixed,
  powerMixed,
  fewBytes,
  singleByte,
  packWord,
  packDouble,
  readDouble,
  concatTuples: joined,
  sameBytes: (left: PyBytesLike, right: PyBytesLike): boolean => {
    if (right.data.length >= STRIDE) worked(right.data.length >> 4);
    return equalBytes(left.data, right.data);
  },
  overdue,
  bitand: bitOperation((left, right) => left & right),
  bitor: bitOperation((left, right) => left | right),
  bitxor: bitOperation((left, right) => left ^ right),
  /** `left % right` of ints that are not negative. */
  remainder: (left: number, right: number): number =>
    left <= 0x7fffffff ? left % right : left - right * Math.floor(left / right),
  isSame: (left: Value, right: Value): boolean =>
    left === right || (left instanceof PyFloat && isSameFloat(left, right)),
};

export const HELPER_NAMES: ReadonlySet<string> = new Set(Object.keys(helpers));
