/** Declares the iterator types of this module: each is its own iterator, and may be derived from. */
import { builtinType, type TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { adopt } from '../../objspace/instance.ts';
import type { Result, Value } from '../../objspace/object.ts';
import type { Slots } from '../../objspace/slots.ts';
import type { PyType } from '../../objspace/type.ts';
import { objectType } from '../../objspace/types/object.ts';

interface Iterator_ {
  next(): Result | undefined;
}

export interface IteratorDeclaration<Self> {
  layout: abstract new (...args: never[]) => Self;
  doc: string;
  signature?: string;
  new: Slots['new'];
  isBaseType?: boolean;
  slots?: Partial<Slots>;
  define?: (type: TypeBuilder<Self>) => void;
}

export function iteratorType<Self extends Iterator_>(name: string, declaration: IteratorDeclaration<Self>): PyType {
  const { layout, doc, signature, define, isBaseType } = declaration;
  return builtinType<Self>(name, {
    base: objectType,
    layout: layout as never,
    module: 'itertools',
    doc,
    isBaseType: isBaseType ?? true,
    ...(signature === undefined ? {} : { signature }),
    ...(define === undefined ? {} : { define }),
    slots: {
      iter: (self: Self) => self as unknown as Value,
      next: (self: Self) => self.next(),
      new: declaration.new,
      ...declaration.slots,
    },
  });
}

/**
 * `new` of a type that takes no keywords: a class with an `__init__` of its own may take some there, and they are left out here.
 */
export function withoutKeywords(slot: Slots['new']): Slots['new'] {
  return (cls: PyType, args, keywords) => {
    const isOwn = keywords === null || cls.slots.init === objectType.slots.init;
    return isOwn ? slot!(cls, args, keywords) : slot!(cls, args.slice(0, args.length - keywords.length), null);
  };
}

/** A new object of the class asked for, which may be a Python class. */
export function instanceOf(cls: PyType, object: object): Value {
  return (cls.isHeapType ? adopt(object, cls) : object) as Value;
}
