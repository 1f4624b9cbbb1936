/** Attributes of a start tag: values with their references expanded, defaults, namespaces. */
import { PREDEFINED, referencedCharacter } from './characters.ts';
import type { AttributeDeclaration, Entity } from './dtd.ts';
import type { Engine } from './engine.ts';
import { XmlError } from './errors.ts';
import type { Namespaces } from './namespaces.ts';

export interface RawAttribute {
  readonly name: string;
  readonly value: string;
  /** Whether the value is what stands there: without references, and white space other than spaces. */
  readonly isPlain: boolean;
  /** Where the name and the value are in the text of the tag. */
  readonly nameAt: number;
  readonly valueAt: number;
}

const REFERENCE = /&(?:(#[^;&\s]*|[^#;&\s][^;&\s]*);)?/g;

/** The value with white space as spaces and its references expanded. `offset` is where it stands; `undefined` inside of entities. */
export function expandValue(engine: Engine, raw: string, offset: number | undefined): string {
  const spaced = /[\t\n\r]/.test(raw) ? raw.replace(/\r\n|[\t\n\r]/g, ' ') : raw;
  if (!raw.includes('&')) return spaced;
  let result = '';
  let from = 0;
  const source = raw;
  for (const found of source.matchAll(REFERENCE)) {
    result += source.slice(from, found.index).replace(/\r\n|[\t\n\r]/g, ' ');
    from = found.index + found[0].length;
    const at = offset === undefined ? undefined : offset + found.index;
    if (found[1] === undefined) throw new XmlError('INVALID_TOKEN', at === undefined ? undefined : at + 1);
    result += expandReference(engine, found[1], at);
  }
  return result + source.slice(from).replace(/\r\n|[\t\n\r]/g, ' ');
}

function expandReference(engine: Engine, body: string, at: number | undefined): string {
  if (body.startsWith('#')) {
    const character = referencedCharacter(body);
    if (character === undefined) throw new XmlError('BAD_CHAR_REF', at);
    return character;
  }
  return PREDEFINED.get(body) ?? expandEntity(engine, body, at);
}

function expandEntity(engine: Engine, name: string, at: number | undefined): string {
  const entity = findEntity(engine, name, undefined);
  if (entity === undefined) return '';
  if (entity.isOpen) throw new XmlError('RECURSIVE_ENTITY_REF', at);
  if (entity.notation !== null) throw new XmlError('BINARY_ENTITY_REF', at);
  if (entity.text === undefined) throw new XmlError('ATTRIBUTE_EXTERNAL_ENTITY_REF', at);
  if (entity.text.includes('<')) throw new XmlError('INVALID_TOKEN', at);
  engine.countExpansion(entity.text.length);
  entity.isOpen = true;
  const value = expandValue(engine, entity.text, undefined);
  entity.isOpen = false;
  return value;
}

/** The general entity; `undefined` if it may be declared where nobody has looked. */
export function findEntity(engine: Engine, name: string, at: number | undefined): Entity | undefined {
  const { dtd } = engine;
  const entity = dtd.general.get(name);
  if (!dtd.hasParameterReferences || dtd.isStandalone) {
    if (entity === undefined) throw new XmlError('UNDEFINED_ENTITY', at);
    if (!entity.isInternal) throw new XmlError('ENTITY_DECLARED_IN_PE', at);
  }
  return entity;
}

/** Values of other types than CDATA have no space around them, and single ones inside. */
export function collapse(value: string): string {
  return value.replace(/ +/g, ' ').replace(/^ | $/g, '');
}

/**
 * Appends names and values by turns: what the tag says, then defaults; the answer is how many of them the tag says. Namespaces are bound
 * on the way.
 */
export function addAttributes(engine: Engine, element: string, raw: readonly RawAttribute[], pairs: string[]): number {
  const { dtd, namespaces } = engine;
  const declared = dtd.attributes.size === 0 ? undefined : dtd.attributes.get(element);
  if (declared === undefined && raw.length === 0) return 0;
  const names = raw.length > FEW ? new Set<string>() : null;
  for (let index = 0; index < raw.length; index++) {
    const { name, value, isPlain, nameAt, valueAt } = raw[index];
    if (isNamed(raw, index, name, names)) throw new XmlError('DUPLICATE_ATTRIBUTE', nameAt);
    names?.add(name);
    const expanded = isPlain ? value : expandValue(engine, value, valueAt);
    const plain = declared?.get(name)?.isCdata === false ? collapse(expanded) : expanded;
    if (!bindsNamespace(engine, name, plain)) pairs.push(name, plain);
  }
  const specified = pairs.length;
  if (declared !== undefined) addDefaults(engine, declared, raw, names, pairs);
  if (namespaces !== null) expandNames(namespaces, pairs);
  return specified;
}

/** Whether the first `count` attributes have the name: looking at each of a few is less than making a set. */
function isNamed(raw: readonly RawAttribute[], count: number, name: string, names: Set<string> | null): boolean {
  if (names !== null) return names.has(name);
  for (let index = 0; index < count; index++) if (raw[index].name === name) return true;
  return false;
}

function addDefaults(
  engine: Engine,
  declared: ReadonlyMap<string, AttributeDeclaration>,
  raw: readonly RawAttribute[],
  names: Set<string> | null,
  pairs: string[],
): void {
  for (const [name, { value }] of declared) {
    if (value === undefined || isNamed(raw, raw.length, name, names)) continue;
    if (!bindsNamespace(engine, name, value)) pairs.push(name, value);
  }
}

/** Whether the attribute binds a namespace: then it is told as that. */
function bindsNamespace(engine: Engine, name: string, value: string): boolean {
  const { handlers, namespaces } = engine;
  if (namespaces === null || !(name === 'xmlns' || name.startsWith('xmlns:'))) return false;
  const prefix = name.slice('xmlns:'.length);
  namespaces.bind(prefix, value);
  handlers.startNamespace?.(prefix === '' ? null : prefix, value === '' ? null : value);
  return true;
}

/** Puts the URIs of their prefixes before the names, which have to differ with these, too. */
function expandNames(namespaces: Namespaces, pairs: string[]): void {
  const names = pairs.length > 2 * FEW ? new Set<string>() : null;
  for (let index = 0; index < pairs.length; index += 2) {
    const expanded = namespaces.expand(pairs[index], false);
    if (names === null ? isAmong(pairs, index, expanded) : names.has(expanded))
      throw new XmlError('DUPLICATE_ATTRIBUTE');
    names?.add(expanded);
    pairs[index] = expanded;
  }
}

function isAmong(pairs: readonly string[], end: number, name: string): boolean {
  for (let index = 0; index < end; index += 2) if (pairs[index] === name) return true;
  return false;
}

const FEW = 8;
