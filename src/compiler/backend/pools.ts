/**
 * Constants and names of a function, each once.
 *
 * Two constants are one if they have the same type and the same value, in tuples and frozensets recursively: 1, 1.0, True, 0.0 and
 * -0.0 are five. Code objects are never shared.
 */
import { Code } from '../../bytecode/code.ts';
import {
  BytesConstant,
  ComplexConstant,
  type ConstantValue,
  FloatConstant,
  FrozenSetConstant,
  StrConstant,
  TupleConstant,
} from '../../bytecode/constants.ts';
import { worked } from '../../util/work.ts';

export class ConstantPool {
  readonly values: ConstantValue[];
  /** Constants that JavaScript tells apart as Python does: numbers, strings, null, booleans, bigints. */
  private primitives: Map<ConstantValue, number> | undefined;
  /** The others, by a text that is equal for equal constants. */
  private structures: Map<string, number> | undefined;

  constructor() {
    this.values = [];
    this.primitives = undefined;
    this.structures = undefined;
  }

  index(value: ConstantValue): number {
    if (value instanceof Code) return this.values.push(value) - 1;
    if (typeof value === 'object' && value !== null) {
      this.structures ??= new Map();
      return this.find(this.structures, constantKey(value), value);
    }
    this.primitives ??= new Map();
    return this.find(this.primitives, value, value);
  }

  private find<K>(map: Map<K, number>, key: K, value: ConstantValue): number {
    const known = map.get(key);
    if (known !== undefined) return known;
    const index = this.values.push(value) - 1;
    map.set(key, index);
    return index;
  }
}

export class NamePool {
  readonly values: string[];
  private indices: Map<string, number> | undefined;

  constructor() {
    this.values = [];
    this.indices = undefined;
  }

  index(name: string): number {
    this.indices ??= new Map();
    const known = this.indices.get(name);
    if (known !== undefined) return known;
    const index = this.values.push(name) - 1;
    this.indices.set(name, index);
    return index;
  }
}

/** A text that two constants share exactly if they are the same type and value. Not for constants with code in them. */
export function constantKey(value: ConstantValue): string {
  if (value === null) return 'N';
  switch (typeof value) {
    case 'boolean':
      return value ? 'T' : 'F';
    case 'number':
    case 'bigint':
      return `i${value};`;
    case 'string':
      return `s${value.length}:${value}`;
    default:
      return structureKey(value);
  }
}

function structureKey(value: object): string {
  if (value instanceof FloatConstant) return `f${floatKey(value.value)};`;
  if (value instanceof StrConstant) return `S${value.text.length}:${value.text}${value.splits.join()};`;
  if (value instanceof BytesConstant) return `b${value.bytes.length}:${unitsOfBytes(value.bytes)};`;
  if (value instanceof TupleConstant) return `(${value.items.map(constantKey).join('')})`;
  if (value instanceof FrozenSetConstant) return `{${value.items.map(constantKey).join('')}}`;
  if (value instanceof ComplexConstant) return `c${floatKey(value.real)},${floatKey(value.imag)};`;
  return 'E';
}

/** Bytes that become characters at once, and the work of it. */
const PIECE = 1 << 12;
const PIECE_WORK = PIECE >> 3;

function unitsOfBytes(bytes: Uint8Array): string {
  let units = '';
  for (let start = 0; start < bytes.length; start += PIECE) {
    units += String.fromCharCode(...bytes.subarray(start, start + PIECE));
    if (bytes.length > PIECE) worked(PIECE_WORK);
  }
  return units;
}

function floatKey(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
