/**
 * `ast.dump`: a syntax tree as text, character for character as CPython 3.14 writes it.
 *
 * The tree is walked with a stack of our own, so that no depth of nesting ends in the host's stack overflow. A frame
 * collects the texts of a node's fields or a list's items; whether they go on one line is known when all are there.
 */
import {
  BytesConstant,
  ComplexConstant,
  type ConstantValue,
  EllipsisConstant,
  FloatConstant,
  FrozenSetConstant,
  StrConstant,
  TupleConstant,
} from '../bytecode/constants.ts';
import { reprComplex, reprFloat } from '../util/float-repr.ts';
import { reprBytes, reprStr } from '../util/repr.ts';
import type { AstNode } from './ast.generated.ts';
import { describeNodes, type Field, isEnumeration, type NodeDescription } from './ast-nodes.ts';

export interface DumpOptions {
  /** Write the names of fields. On unless false. */
  readonly annotateFields?: boolean;
  readonly includeAttributes?: boolean;
  /** Spaces or the text to indent with; on one line if absent. */
  readonly indent?: number | string | undefined;
  /** Write empty lists as well. */
  readonly showEmpty?: boolean;
}

type Properties = Readonly<Record<string, unknown>>;

const POSITIONS = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'];
const MAX_ON_ONE_LINE = 3;

/** One entry of a frame: the text before it, and the value to be written. */
interface Entry {
  readonly label: string;
  readonly value: unknown;
  /** How a bare value is meant. */
  readonly type: string;
}

class Frame {
  /** Name of the node's class; undefined for a list. */
  readonly name: string | undefined;
  readonly entries: readonly Entry[];
  readonly texts: string[];
  /** All entries so far are simple: they may stand on one line. */
  isSimple: boolean;

  constructor(name: string | undefined, entries: readonly Entry[]) {
    this.name = name;
    this.entries = entries;
    this.texts = [];
    this.isSimple = true;
  }
}

export function dump(node: AstNode, options: DumpOptions = {}): string {
  return new Dumper(options).run(node);
}

class Dumper {
  private readonly annotateFields: boolean;
  private readonly includeAttributes: boolean;
  private readonly showEmpty: boolean;
  private readonly indent: string | undefined;
  private readonly nodes: readonly (NodeDescription | undefined)[];
  private readonly stack: Frame[];

  constructor(options: DumpOptions) {
    this.annotateFields = options.annotateFields ?? true;
    this.includeAttributes = options.includeAttributes ?? false;
    this.showEmpty = options.showEmpty ?? false;
    const { indent } = options;
    this.indent = typeof indent === 'number' ? ' '.repeat(indent) : indent;
    this.nodes = describeNodes();
    this.stack = [];
  }

  run(root: AstNode): string {
    this.stack.push(this.frameOfNode(root));
    for (;;) {
      const frame = this.stack[this.stack.length - 1]!;
      if (frame.texts.length < frame.entries.length) {
        this.step(frame, frame.entries[frame.texts.length]!);
        continue;
      }
      const { text, isSimple } = this.close(frame);
      this.stack.pop();
      const parent = this.stack[this.stack.length - 1];
      if (parent === undefined) return text;
      parent.texts.push(parent.entries[parent.texts.length]!.label + text);
      parent.isSimple &&= isSimple;
    }
  }

  /** Writes one entry, or pushes the frame that will. */
  private step(frame: Frame, { label, value, type }: Entry): void {
    if (Array.isArray(value) && value.length > 0) {
      this.stack.push(
        new Frame(
          undefined,
          value.map((item) => ({ label: '', value: item, type })),
        ),
      );
    } else if (isNode(value)) {
      this.stack.push(this.frameOfNode(value));
    } else {
      frame.texts.push(label + this.leaf(value, type));
    }
  }

  private close(frame: Frame): { text: string; isSimple: boolean } {
    const { name, texts } = frame;
    const opening = name === undefined ? '[' : `${name}(`;
    const closing = name === undefined ? ']' : ')';
    if (name !== undefined && frame.isSimple && texts.length <= MAX_ON_ONE_LINE) {
      return { text: opening + texts.join(', ') + closing, isSimple: texts.length === 0 };
    }
    const lineStart = this.indent === undefined ? '' : `\n${this.indent.repeat(this.stack.length)}`;
    const separator = this.indent === undefined ? ', ' : `,${lineStart}`;
    return { text: opening + lineStart + texts.join(separator) + closing, isSimple: false };
  }

  private frameOfNode(node: AstNode): Frame {
    const { name, fields, located } = this.nodes[node.kind]!;
    const properties = node as unknown as Properties;
    const entries = this.fieldEntries(fields, properties);
    if (this.includeAttributes && located) {
      for (const position of POSITIONS) {
        entries.push({ label: `${position}=`, value: properties[position], type: 'int' });
      }
    }
    return new Frame(name, entries);
  }

  private fieldEntries(fields: readonly Field[], properties: Properties): Entry[] {
    const entries: Entry[] = [];
    // Empty fields are left out; without names of fields that is possible only at the end.
    let skipped: Entry[] = [];
    let usesNames = this.annotateFields;
    for (const field of fields) {
      const value = properties[field.property];
      if (value === undefined) {
        usesNames = true;
        continue;
      }
      const entry = { label: usesNames ? `${field.name}=` : '', value, type: field.type };
      if (!this.showEmpty && field.list && (value as unknown[]).length === 0) {
        if (!usesNames) skipped.push(entry);
        continue;
      }
      if (!usesNames) entries.push(...skipped);
      skipped = [];
      entries.push(entry);
    }
    return entries;
  }

  private leaf(value: unknown, type: string): string {
    if (Array.isArray(value)) return '[]';
    if (type === 'constant') return reprConstant(value as ConstantValue);
    if (value === undefined) return 'None';
    if (typeof value === 'string') return reprStr(value);
    return isEnumeration(type) ? `${this.nodes[value as number]!.name}()` : String(value);
  }
}

function isNode(value: unknown): value is AstNode {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

/** Python's repr of a constant. */
export function reprConstant(value: ConstantValue): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'string') return reprStr(value);
  if (value instanceof StrConstant) return reprStr(value.text, value.splits);
  if (value instanceof FloatConstant) return reprFloat(value.value);
  if (value instanceof BytesConstant) return reprBytes(value.bytes);
  if (value instanceof ComplexConstant) return reprComplex(value.real, value.imag);
  if (value instanceof EllipsisConstant) return 'Ellipsis';
  if (value instanceof TupleConstant) {
    return value.items.length === 1 ? `(${reprConstant(value.items[0]!)},)` : `(${reprItems(value)})`;
  }
  if (value instanceof FrozenSetConstant) {
    return value.items.length === 0 ? 'frozenset()' : `frozenset({${reprItems(value)}})`;
  }
  return `<code object ${value.name}>`;
}

function reprItems(value: TupleConstant | FrozenSetConstant): string {
  return value.items.map(reprConstant).join(', ');
}
