/**
 * Struct sequences: tuples whose items have names too, as `time.struct_time` and `sys.version_info`. Some have fields that are no items
 * (`os.stat_result.st_blocks`), some have items without a name.
 */
import { error, orThrow, raise, raiseTypeError } from '../exception.ts';
import { builtinType, newSlot, type TypeBuilder } from '../gateway/builtin-type.ts';
import { EXIT, type Exit, type Result, type Value } from '../object.ts';
import { itemsOf, repr } from '../operations.ts';
import { type PyType, typeOf } from '../type.ts';
import { PyDict } from './dict/dict.ts';
import { PyList } from './list/list.ts';
import { strFromText, textOf } from './str/str.ts';
import { PyTuple, tupleType } from './tuple.ts';

/** An object of any of these types: its items are those that count as a sequence. */
export class PyStructSequence extends PyTuple {
  /** Fields that are no items. */
  readonly hidden: readonly Value[];

  constructor(items: readonly Value[], hidden: readonly Value[]) {
    super(items);
    this.hidden = hidden;
  }
}

/** Name (null for an item that has none) and documentation. */
export type Field = readonly [name: string | null, doc: string | null];

export interface StructSequenceOptions {
  /** How many of the fields are items; all where absent. */
  readonly items?: number;
  /** Whether Python code may make objects of the type. */
  readonly isConstructible?: boolean;
  /** Fills in fields that were not given (None) when Python code makes an object. */
  readonly complete?: (values: Value[]) => void;
}

export interface StructSequence {
  readonly type: PyType;
  /** An object with these fields, all of them in order. */
  make(values: readonly Value[]): Value;
}

/** What a type's methods need to know of it. */
interface Layout {
  readonly name: string;
  readonly fields: readonly Field[];
  readonly itemCount: number;
  readonly complete: ((values: Value[]) => void) | undefined;
  make(values: readonly Value[]): PyStructSequence;
}

/** Declares a type; the name has the module in front (`time.struct_time`). */
export function structSequence(
  name: string,
  doc: string | null,
  fields: readonly Field[],
  options: StructSequenceOptions = {},
): StructSequence {
  const itemCount = options.items ?? fields.length;
  // Every type has a host class of its own, so that objects find their shape in the prototype.
  class Instance extends PyStructSequence {}
  const make = (values: readonly Value[]): Instance =>
    new Instance(values.slice(0, itemCount), values.slice(itemCount));
  const shown = name.replace('builtins.', '');
  const layout: Layout = { name: shown, fields, itemCount, complete: options.complete, make };
  const dot = name.lastIndexOf('.');
  const type = builtinType<PyStructSequence>(name.slice(dot + 1), {
    base: tupleType,
    layout: Instance,
    isBaseType: false,
    isCallable: options.isConstructible ?? true,
    module: name.slice(0, dot),
    ...(doc === null ? {} : { doc }),
    slots: {
      repr: (self: PyStructSequence) => structRepr(layout, self),
      ...(options.isConstructible === false ? {} : { new: newStruct(layout) }),
    },
    define: (builder) => defineMembers(builder, layout),
  });
  return { type, make };
}

function valueAt(self: PyStructSequence, index: number): Value {
  const { items, hidden } = self;
  return index < items.length ? items[index] : hidden[index - items.length];
}

function structRepr({ name, fields }: Layout, self: PyStructSequence): Result {
  // As CPython: an item without a name is shown with the name of the next named field that is no item.
  const named = fields.filter(([field]) => field !== null);
  const parts: string[] = [];
  for (let index = 0; index < self.items.length; index++) {
    const shown = repr(self.items[index]);
    if (shown === EXIT) return EXIT;
    parts.push(`${named[index]?.[0] ?? '?'}=${textOf(shown as Value)}`);
  }
  return strFromText(`${name}(${parts.join(', ')})`);
}

// ── Making objects from Python ───────────────────────────────────────────────────────────────────────────────────

function newStruct(layout: Layout) {
  return newSlot('structseq(cls, sequence, dict=<absent>)', (_cls, sequence, dict) => {
    const items = sequenceItems(sequence);
    if (items === EXIT) return EXIT;
    if (dict !== undefined && !(dict instanceof PyDict))
      return raiseTypeError(`${layout.name}() takes a dict as second arg, if any`);
    const values = checkedItems(layout, items as Value[]);
    return fillFields(layout, values, dict ?? new PyDict());
  });
}

function sequenceItems(sequence: Value): Value[] | Exit {
  const { slots } = typeOf(sequence);
  if (slots.iter === undefined && slots.getItem === undefined) return raiseTypeError('constructor requires a sequence');
  return itemsOf(sequence);
}

function checkedItems({ name, fields, itemCount }: Layout, items: Value[]): Value[] {
  const bound = itemCount === fields.length ? '' : items.length < itemCount ? 'an at least ' : 'an at most ';
  const limit = items.length < itemCount ? itemCount : fields.length;
  if (items.length >= itemCount && items.length <= fields.length) return items;
  throw error(
    'TypeError',
    `${name}() takes ${bound === '' ? 'a ' : bound}${limit}-sequence (${items.length}-sequence given)`,
  );
}

/** Adds the fields that the sequence does not give, from the dictionary, or None. */
function fillFields({ name, fields, complete, make }: Layout, items: readonly Value[], dict: PyDict): Result {
  const values = [...items];
  let used = 0;
  for (let index = items.length; index < fields.length; index++) {
    const field = fields[index][0];
    const value = field === null ? undefined : dict.getStr(field);
    if (value !== undefined) used++;
    values.push(value === undefined ? null : value);
  }
  if (used < dict.size) return raiseTypeError(`${name}() got duplicate or unexpected field name(s)`);
  complete?.(values);
  return make(values);
}

// ── Members ──────────────────────────────────────────────────────────────────────────────────────────────────────

function defineMembers(type: TypeBuilder<PyStructSequence>, layout: Layout): void {
  const { fields, itemCount } = layout;
  fields.forEach(([name, doc], index) => {
    if (name !== null) type.member(name, doc, (self) => valueAt(self, index));
  });
  const named = fields.slice(0, itemCount).filter(([name]) => name !== null);
  type.constant('n_sequence_fields', itemCount);
  type.constant('n_fields', fields.length);
  type.constant('n_unnamed_fields', fields.filter(([name]) => name === null).length);
  type.constant('__match_args__', new PyTuple(named.map(([name]) => name)));
  type.method('__reduce__(self, /)', '', (self) => reduceStruct(layout, self));
  type.method(
    '__replace__(self, /, **changes)',
    'Return a copy of the structure with new values for the specified fields.',
    (self, changes) => replaceFields(layout, self, changes),
  );
}

function reduceStruct({ fields, itemCount }: Layout, self: PyStructSequence): Value {
  const dict = new PyDict();
  fields.slice(itemCount).forEach(([name], index) => {
    if (name !== null) dict.setStr(name, self.hidden[index]);
  });
  return new PyTuple([self.shape.type, new PyTuple([new PyTuple(self.items), dict])]);
}

function replaceFields(layout: Layout, self: PyStructSequence, changes: ReadonlyMap<string, Value>): Result {
  const { name, fields, make } = layout;
  if (fields.some(([field]) => field === null)) {
    return raiseTypeError(`__replace__() is not supported for ${name} because it has unnamed field(s)`);
  }
  const left = new Map(changes);
  const values = fields.map(([field], index) => {
    const changed = left.get(field!);
    left.delete(field!);
    return changed === undefined ? valueAt(self, index) : changed;
  });
  if (left.size > 0) {
    const names = orThrow(repr(PyList.of([...left.keys()]))) as Value;
    return raise('TypeError', `Got unexpected field name(s): ${textOf(names)}`);
  }
  return make(values);
}
