/** Descriptors that builtin types are made of: wrappers of slots, methods, attributes with a getter. Their types are in types/descriptors.ts. */
import { PyObject, type Exit, type Result, type Value } from './object.ts';
import type { SlotKind, SlotName } from './slots.ts';
import type { PyType } from './type.ts';

/** `wrapper_descriptor`: a slot of a builtin type seen as a special method (`list.__len__`). */
export class PyWrapperDescriptor extends PyObject {
  readonly name: string;
  readonly slot: SlotName;
  readonly kind: SlotKind;
  readonly doc: string;
  readonly owner: PyType;

  constructor(name: string, slot: SlotName, kind: SlotKind, doc: string, owner: PyType) {
    super();
    this.name = name;
    this.slot = slot;
    this.kind = kind;
    this.doc = doc;
    this.owner = owner;
  }
}

/** `method-wrapper`: a wrapper descriptor bound to an object (`[].__len__`). */
export class PyMethodWrapper extends PyObject {
  readonly descriptor: PyWrapperDescriptor;
  readonly self: Value;

  constructor(descriptor: PyWrapperDescriptor, self: Value) {
    super();
    this.descriptor = descriptor;
    this.self = self;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: called with objects of the declaring type only
export type Getter = (self: any) => Result;
/** `undefined` deletes. */
// biome-ignore lint/suspicious/noExplicitAny: called with objects of the declaring type only
export type Setter = (self: any, value: Value | undefined) => true | Exit;

/** `getset_descriptor` and `member_descriptor`: an attribute of a builtin type, or of `__slots__`. */
export class PyGetSetDescriptor extends PyObject {
  readonly name: string;
  readonly doc: string | null;
  readonly getter: Getter;
  readonly setter: Setter | undefined;
  readonly owner: PyType;
  /** Whether it is a `member_descriptor`: a plain field. */
  readonly isMember: boolean;

  constructor(
    name: string,
    doc: string | null,
    getter: Getter,
    setter: Setter | undefined,
    owner: PyType,
    isMember: boolean,
  ) {
    super();
    this.name = name;
    this.doc = doc;
    this.getter = getter;
    this.setter = setter;
    this.owner = owner;
    this.isMember = isMember;
  }

  /** Whether objects of the type have it: a program may put it into a class that does not derive from its owner. */
  isFor(type: PyType): boolean {
    return type.isSubtypeOf(this.owner);
  }
}

/** A `member_descriptor`. */
export class PyMemberDescriptor extends PyGetSetDescriptor {
  /** The place of the value in instances, for `__slots__`; -1 for fields of builtin types. */
  readonly place: number;

  constructor(name: string, doc: string | null, getter: Getter, setter: Setter | undefined, owner: PyType, place = -1) {
    super(name, doc, getter, setter, owner, true);
    this.place = place;
  }
}
