/** Iterators over the characters of a str: one type for ASCII text, as CPython has it, one for the rest. */
import { isAscii } from '../../../util/code-points.ts';
import { error } from '../../exception.ts';
import { builtinType } from '../../gateway/builtin-type.ts';
import { declareObjectClass, type Value } from '../../object.ts';
import { builtinNamed } from '../../builtin-names.ts';
import type { Shape } from '../../shape.ts';
import { objectType } from '../object.ts';
import { reduction } from '../iterator-methods.ts';
import { indexAt, offsetAt, sliceUnits, type Text } from './text.ts';

export class PyStrIterator {
  declare shape: Shape;
  /** `null` once exhausted. */
  text: Text | null;
  offset: number;

  constructor(text: Text) {
    this.text = text;
    this.offset = 0;
  }

  next(): Value | undefined {
    const { text, offset } = this;
    if (typeof text === 'string') {
      if (offset < text.length) {
        this.offset = offset + 1;
        return text[offset];
      }
    } else if (text !== null && offset < text.text.length) {
      const end = offset + text.widthAt(offset);
      this.offset = end;
      return sliceUnits(text, offset, end);
    }
    this.text = null;
    return undefined;
  }
}
declareObjectClass(PyStrIterator);

/** An iterator over ASCII text. */
export class PyStrAsciiIterator {
  declare shape: Shape;
  text: string | null;
  offset: number;

  constructor(text: string) {
    this.text = text;
    this.offset = 0;
  }

  next(): Value | undefined {
    const { text, offset } = this;
    if (text !== null && offset < text.length) {
      this.offset = offset + 1;
      return text[offset];
    }
    this.text = null;
    return undefined;
  }
}
declareObjectClass(PyStrAsciiIterator);

export function iterateText(text: Text): Value {
  const iterator = typeof text === 'string' && isAscii(text) ? new PyStrAsciiIterator(text) : new PyStrIterator(text);
  return iterator as unknown as Value;
}

/** For the text of a subclass, of which CPython never says that it is ASCII, too. */
export function iterateAnyText(text: Text): Value {
  return new PyStrIterator(text) as unknown as Value;
}

type AnyStrIterator = { text: Text | null; offset: number; next(): Value | undefined };

function remaining({ text, offset }: AnyStrIterator): number {
  return text === null ? 0 : text.length - indexAt(text, offset);
}

function reduce(self: AnyStrIterator): Value {
  const iter = builtinNamed('iter');
  const { text, offset } = self;
  return text === null ? reduction(iter, ['']) : reduction(iter, [text], indexAt(text, offset));
}

function setState(self: AnyStrIterator, value: Value): void {
  if (typeof value !== 'number' && typeof value !== 'boolean') {
    throw error(
      'TypeError',
      typeof value === 'bigint' ? 'Python int too large to convert to C ssize_t' : `an integer is required`,
    );
  }
  if (self.text === null) return;
  const index = Math.min(Math.max(Number(value), 0), self.text.length);
  self.offset = offsetAt(self.text, index);
}

function declareIterator(name: string, layout: { prototype: object }) {
  return builtinType<AnyStrIterator>(name, {
    base: objectType,
    layout: layout as never,
    isBaseType: false,
    slots: {
      iter: (self: Value) => self,
      next: (self: AnyStrIterator) => self.next(),
    },
    define(type) {
      type.method('__length_hint__(self, /)', 'Private method returning an estimate of len(list(it)).', remaining);
      type.method('__reduce__(self, /)', 'Return state information for pickling.', reduce);
      type.method('@__setstate__(self, state, /)', 'Set state information for unpickling.', (self, value) => {
        setState(self, value);
        return null;
      });
    },
  });
}

export const strIteratorType = declareIterator('str_iterator', PyStrIterator);
export const strAsciiIteratorType = declareIterator('str_ascii_iterator', PyStrAsciiIterator);
