/**
 * `functools._lru_cache_wrapper`: remembers the results of a function.
 *
 * The cache is a dictionary; where it has a limit its entries know the order of their last use. Nothing is held while the function runs: it
 * may call itself, and whoever finishes first with a key decides what is kept.
 */
import { dictionarySetter } from '../../objspace/types/dictionary-setter.ts';
import { getAttribute } from '../../objspace/attributes.ts';
import { raiseTypeError } from '../../objspace/exception.ts';
import { builtinType, newSlot } from '../../objspace/gateway/builtin-type.ts';
import { adopt, PyInstance } from '../../objspace/instance.ts';
import { callWithOne, callWithTwo, ShortCallable } from '../../objspace/gateway/short-calls.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { call, isTrue, toSize } from '../../objspace/operations.ts';
import { type PyType, typeOf } from '../../objspace/type.ts';
import { boundMethod } from '../../objspace/types/descriptors.ts';
import { ABSENT, PyDict, RAISED, UNTAMED } from '../../objspace/types/dict/dict.ts';
import { tameHash } from '../../objspace/types/dict/keys.ts';
import { objectType } from '../../objspace/types/object.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { dictionaryOf } from './instance-dict.ts';
import { RecentCalls } from './recent-calls.ts';
import { CacheEntry, UseOrder } from './use-order.ts';

export class PyLruCache extends ShortCallable {
  readonly function: Value;
  /** -1 without limit. */
  readonly maxSize: number;
  readonly isTyped: boolean;
  readonly infoType: Value;
  readonly cache: PyDict;
  /** Null without limit: then the cache has the results themselves. */
  readonly order: UseOrder | null;
  readonly recent: RecentCalls;
  hits: number;
  misses: number;
  attributes: PyDict | null;

  constructor(fn: Value, maxSize: number, isTyped: boolean, infoType: Value) {
    super();
    this.function = fn;
    this.maxSize = maxSize;
    this.isTyped = isTyped;
    this.infoType = infoType;
    this.cache = new PyDict();
    this.order = maxSize > 0 ? new UseOrder() : null;
    this.recent = new RecentCalls();
    this.hits = 0;
    this.misses = 0;
    this.attributes = null;
  }

  /** Small ints and strings are their own keys. */
  callOne(argument: Value): Result {
    if (!isKey(this, argument)) return callCached(this, [argument], null);
    const { cache } = this;
    const position = cache.find(argument);
    if (position >= 0) return hit(this, position);
    if (position === RAISED) return EXIT;
    this.misses++;
    const value = callWithOne(this.function, argument);
    return value === EXIT ? EXIT : remember(this, argument, null, value as Value);
  }

  override get isQuietAtTimes(): boolean {
    return true;
  }

  override quietNone(): Value | undefined {
    return again(this, this.recent.ofNone) ?? known(this, this.cache.findTamed(NOTHING));
  }

  override quietOne(argument: Value): Value | undefined {
    if (this.isTyped) return undefined;
    const isItself = typeof argument === 'number' || typeof argument === 'string';
    return known(this, this.cache.findTamed(isItself ? argument : (new PyTuple([argument]) as Value)));
  }

  override quietTwo(first: Value, second: Value): Value | undefined {
    if (this.isTyped) return undefined;
    return (
      again(this, this.recent.ofItems(first, second, undefined)) ??
      known(this, this.cache.findItems(first, second, undefined))
    );
  }

  override quietItems(items: readonly Value[]): Value | undefined {
    if (this.isTyped) return undefined;
    const [first, second, third] = items;
    const isTriple = items.length === 3;
    const found = isTriple ? again(this, this.recent.ofItems(first, second, third)) : undefined;
    return found ?? known(this, this.cache.findTamed(new PyTuple(items.slice()) as Value));
  }

  /** A pair is looked up by its items, and made only to be kept. */
  callTwo(first: Value, second: Value): Result {
    const position = this.isTyped || this.maxSize === 0 ? UNTAMED : this.cache.findItems(first, second, undefined);
    if (position >= 0) return hit(this, position);
    if (position === UNTAMED) return callCached(this, [first, second], null);
    this.misses++;
    const value = callWithTwo(this.function, first, second);
    if (value === EXIT) return EXIT;
    return remember(this, new PyTuple(null, first, second) as Value, null, value as Value);
  }
}

/** For calls without arguments. */
const NOTHING = new PyTuple([]) as Value;

/** Whether the only argument is its own key. */
function isKey({ isTyped, maxSize }: PyLruCache, argument: Value): boolean {
  return (typeof argument === 'number' || typeof argument === 'string') && !isTyped && maxSize !== 0;
}

function known(self: PyLruCache, position: number): Value | undefined {
  if (position < 0) return undefined;
  self.recent.note(self.cache.keyAt(position), self.cache.valueAt(position));
  return hit(self, position);
}

/** As `known`, of what the cache has found lately. */
function again(self: PyLruCache, found: Value | undefined): Value | undefined {
  return found === undefined ? undefined : use(self, found);
}

function hit(self: PyLruCache, position: number): Value {
  return use(self, self.cache.valueAt(position));
}

/** What the cache has, and with a limit when it was used. */
function use(self: PyLruCache, found: Value): Value {
  self.hits++;
  const { order } = self;
  if (order === null) return found;
  const entry = found as unknown as CacheEntry;
  order.use(entry);
  return entry.value;
}

/** Stands between positional and keyword arguments in a key. */
const KEYWORD_MARK: Value = new PyInstance(objectType.instanceShape);

function makeKey(self: PyLruCache, args: readonly Value[], keywords: readonly string[] | null): Value {
  if (keywords === null && !self.isTyped) {
    if (args.length === 1 && (typeof args[0] === 'number' || typeof args[0] === 'string')) return args[0];
    return new PyTuple(args.slice());
  }
  const count = args.length - (keywords?.length ?? 0);
  const parts = args.slice(0, count);
  if (keywords !== null) {
    parts.push(KEYWORD_MARK);
    keywords.forEach((keyword, index) => {
      parts.push(keyword, args[count + index]);
    });
  }
  if (self.isTyped) for (const arg of args) parts.push(typeOf(arg));
  else if (parts.length === 1 && (typeof parts[0] === 'number' || typeof parts[0] === 'string')) return parts[0];
  return new PyTuple(parts);
}

function callCached(self: PyLruCache, args: Value[], keywords: readonly string[] | null): Result {
  if (self.maxSize === 0) {
    self.misses++;
    return call(self.function, args, keywords);
  }
  if (args.length === 1 && keywords === null && isKey(self, args[0])) return self.callOne(args[0]);
  const { cache } = self;
  const key = makeKey(self, args, keywords);
  const tamed = cache.findTamed(key);
  if (tamed >= 0) return hit(self, tamed);
  // The hash of a key is asked for once: a dictionary of one entry keeps it.
  let keyHolder: PyDict | null = null;
  if (tamed === UNTAMED) {
    if (tameHash(key) === undefined) {
      keyHolder = new PyDict();
      if (keyHolder.insert(key, null, null) === RAISED) return EXIT;
    }
    const position = keyHolder === null ? cache.find(key) : cache.findKeyOf(keyHolder, 0, null);
    if (position >= 0) return hit(self, position);
    if (position === RAISED) return EXIT;
  }
  self.misses++;
  const value = call(self.function, args, keywords);
  return value === EXIT ? EXIT : remember(self, key, keyHolder, value as Value);
}

function remember(self: PyLruCache, key: Value, keyHolder: PyDict | null, value: Value): Result {
  const { cache, order } = self;
  const entry = order === null ? null : new CacheEntry(value);
  const kept = entry ?? value;
  const known = keyHolder === null ? cache.insert(key, kept, null) : cache.insertKeyOf(keyHolder, 0, kept, null);
  if (known === RAISED) return EXIT;
  if (known !== ABSENT || entry === null) return value;
  entry.position = cache.lastPosition();
  order!.add(entry);
  if (cache.size > self.maxSize) {
    order!.dropOldest(cache);
    self.recent.forget();
  }
  return value;
}

function newWrapper(cls: PyType, fn: Value, maxSize: Value, typed: Value, infoType: Value): Result {
  if (typeOf(fn).slots.call === undefined) return raiseTypeError('the first argument must be callable');
  let limit = -1;
  if (maxSize !== null) {
    if (typeOf(maxSize).slots.index === undefined) return raiseTypeError('maxsize should be integer or None');
    const size = toSize(maxSize);
    if (size === EXIT) return EXIT;
    limit = Math.max(0, size as number);
  }
  const isTyped = isTrue(typed);
  if (isTyped === EXIT) return EXIT;
  const wrapper = new PyLruCache(fn, limit, isTyped as boolean, infoType);
  return cls === lruCacheType ? wrapper : adopt(wrapper, cls);
}

export const lruCacheType: PyType = builtinType<PyLruCache>('_lru_cache_wrapper', {
  base: objectType,
  layout: PyLruCache,
  isBaseType: false,
  module: 'functools',
  doc: `
    Create a cached callable that wraps another function.

    user_function:      the function being cached

    maxsize:  0         for no caching
              None      for unlimited cache size
              n         for a bounded cache

    typed:    False     cache f(3) and f(3.0) as identical calls
              True      cache f(3) and f(3.0) as distinct calls

    cache_info_type:    namedtuple class with the fields:
                            hits misses currsize maxsize
  `,
  dictionary: (self: PyLruCache, create) => (create ? dictionaryOf(self) : self.attributes),
  slots: {
    new: newSlot('lru_cache(cls, user_function, maxsize, typed, cache_info_type)', newWrapper),
    init: () => true,
    call: callCached,
    get: (self: PyLruCache, instance) =>
      instance === undefined || instance === null ? self : boundMethod.of(self, instance),
  },
  define(type) {
    type.method('cache_info(self, /)', 'Report cache statistics', (self) =>
      call(self.infoType, [self.hits, self.misses, self.maxSize < 0 ? null : self.maxSize, self.cache.size]),
    );
    type.method('cache_clear(self, /)', 'Clear the cache and cache statistics', (self) => {
      self.hits = 0;
      self.misses = 0;
      self.cache.clear();
      self.order?.clear();
      self.recent.forget();
      return null;
    });
    type.method('__reduce__(self, /)', null, (self) => getAttribute(self, '__qualname__'));
    type.method('@@__copy__(self, /)', null, (self) => self);
    type.method('@@__deepcopy__(self, memo, /)', null, (self) => self);
    type.getset(
      '__dict__',
      null,
      (self) => dictionaryOf(self),
      dictionarySetter((self, dict) => {
        self.attributes = dict;
      }),
    );
  },
});
