/** Replacements of `sub` and `expand`: literal text and groups in turn. `re._compile_template` parses what has backslashes. */
import { getAttribute } from '../../objspace/attributes.ts';
import { error, orThrow } from '../../objspace/exception.ts';
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { PyObject, type Value } from '../../objspace/object.ts';
import { call, argumentName, typeName } from '../../objspace/operations.ts';
import { state } from '../../objspace/state.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { concatBytes } from '../../objspace/types/bytes/search.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { objectType } from '../../objspace/types/object-type.ts';
import { asText, isText, TextBuilder, unitsOf, unwrap } from '../../objspace/types/str/text.ts';
import { noSuchGroup, type PyPattern } from './pattern-object.ts';
import { STRIDE, worked } from '../../util/work.ts';
import { tryBytesOf } from '../../objspace/buffer.ts';

/** `_sre.SRE_Template`. */
export class PyTemplate extends PyObject {
  /** What stands before the first group. */
  readonly literal: Value;
  /** Number of a group, and the literal behind it. */
  readonly chunks: readonly { readonly group: number; readonly literal: Value }[];

  constructor(literal: Value, chunks: readonly { readonly group: number; readonly literal: Value }[]) {
    super();
    this.literal = literal;
    this.chunks = chunks;
  }
}

export const templateType = builtinType<PyTemplate>('SRE_Template', {
  base: objectType,
  layout: PyTemplate,
  module: '_sre',
  isBaseType: false,
});

/** `_sre.template(pattern, [literal, group, literal, ...])`. */
export function newTemplate(list: Value): PyTemplate {
  if (!(list instanceof PyList))
    throw error('TypeError', `template() argument 2 must be list, not ${argumentName(list)}`);
  const items = list.toArray();
  if (items.length % 2 === 0) throw error('TypeError', 'invalid template');
  const chunks: { group: number; literal: Value }[] = [];
  for (let at = 1; at < items.length; at += 2) {
    const group = items[at];
    if (typeof group !== 'number' || group < 0) throw error('TypeError', 'invalid template');
    chunks.push({ group, literal: items[at + 1] });
  }
  return new PyTemplate(items[0], chunks);
}

/** What is matched, as far as a template is concerned. */
export interface Matched {
  readonly pattern: PyPattern;
  group(number: number): Value | undefined;
}

/** The pieces of a template filled in: only those that are there. */
export function pieces(template: PyTemplate, matched: Matched): Value[] {
  const result: Value[] = [template.literal];
  for (const { group, literal } of template.chunks) {
    if (group > matched.pattern.groups) throw noSuchGroup();
    const text = matched.group(group);
    if (text !== undefined) result.push(text);
    result.push(literal);
  }
  return result;
}

function compileFunction(): Value {
  const modules = state.interpreter.modules;
  const module = modules.getStr('re') ?? orThrow(call(state.interpreter.builtins.getStr('__import__')!, ['re']));
  return orThrow(getAttribute(module, '_compile_template'));
}

/** A replacement that is no function: the template, or what it is if it has no groups. */
export function parseReplacement(pattern: PyPattern, replacement: Value): PyTemplate | Value {
  if (isPlain(replacement)) return replacement;
  const template = orThrow(call(compileFunction(), [pattern, replacement]));
  return template instanceof PyTemplate && template.chunks.length === 0 ? template.literal : template;
}

/** Whether a replacement has no backslash. */
function isPlain(replacement: Value): boolean {
  if (isText(replacement)) return !unitsOf(unwrap(replacement)).includes('\\');
  const bytes = tryBytesOf(replacement);
  return bytes !== undefined && !(orThrow(bytes) as { data: Uint8Array }).data.includes(92);
}

function areStrings(items: readonly Value[]): items is readonly string[] {
  for (const item of items) if (typeof item !== 'string') return false;
  return true;
}

/** All pieces as one str or bytes; TypeError where one is of another kind. `before`: how many pieces there are before these. */
export function joinPieces(items: readonly Value[], isBytes: boolean, before = 0): Value {
  if (isBytes) return new PyBytes(concatBytes(items.map((item, index) => bytesPiece(item, before + index))));
  if (items.length < STRIDE && areStrings(items)) return items.join('');
  const builder = new TextBuilder();
  for (let index = 0; index < items.length; index++) {
    if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE);
    const text = asText(items[index]);
    if (text === undefined) {
      const name = typeName(items[index]);
      throw error('TypeError', `sequence item ${before + index}: expected str instance, ${name} found`);
    }
    builder.append(text);
  }
  return builder.finish();
}

function bytesPiece(item: Value, index: number): Uint8Array {
  if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE);
  const bytes = tryBytesOf(item);
  if (bytes === undefined)
    throw error('TypeError', `sequence item ${index}: expected a bytes-like object, ${typeName(item)} found`);
  return (orThrow(bytes) as { data: Uint8Array }).data;
}

/** `match.expand(template)`. */
export function expandTemplate(
  matched: Matched & { readonly subject: { readonly isBytes: boolean } },
  replacement: Value,
): Value {
  const template = orThrow(call(compileFunction(), [matched.pattern, replacement]));
  if (!(template instanceof PyTemplate)) return template;
  if (template.chunks.length === 0) return template.literal;
  return joinPieces(pieces(template, matched), matched.subject.isBytes);
}
