/** Attributes of a start tag: values with their references expanded, defaults, namespaces. */
import { PREDEFINED, referencedCharacter } from './characters.ts';
import type { Entity } from './dtd.ts';
import type { Engine } from './engine.ts';
import { XmlError } from './errors.ts';

export interface RawAttribute {
  readonly name: string;
  readonly value: string;
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

/** Names and values by turns: what the tag says, then defaults; and how many of them the tag says. Namespaces are bound on the way. */
export function attributesOf(engine: Engine, element: string, raw: readonly RawAttribute[]): [string[], number] {
  const declared = engine.dtd.attributes.get(element);
  const values: [name: string, value: string, at: number | undefined][] = [];
  const seen = new Set<string>();
  for (const { name, value, nameAt, valueAt } of raw) {
    if (seen.has(name)) throw new XmlError('DUPLICATE_ATTRIBUTE', nameAt);
    seen.add(name);
    const expanded = expandValue(engine, value, valueAt);
    const plain = declared?.get(name)?.isCdata === false ? collapse(expanded) : expanded;
    if (!bindsNamespace(engine, name, plain)) values.push([name, plain, nameAt]);
  }
  const specified = values.length * 2;
  for (const [name, { value }] of declared ?? []) {
    if (value !== undefined && !seen.has(name) && !bindsNamespace(engine, name, value))
      values.push([name, value, undefined]);
  }
  return [engine.namespaces === null ? pairs(values) : expandNames(engine, values), specified];
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

/** Names with the URIs of their prefixes, which have to differ too. */
function expandNames(engine: Engine, values: readonly [string, string, number | undefined][]): string[] {
  const result: string[] = [];
  const seen = new Set<string>();
  for (const [name, value, at] of values) {
    const expanded = engine.namespaces!.expand(name, false);
    if (seen.has(expanded)) throw new XmlError('DUPLICATE_ATTRIBUTE', at);
    seen.add(expanded);
    result.push(expanded, value);
  }
  return result;
}

function pairs(values: readonly (readonly [string, string, unknown])[]): string[] {
  const result: string[] = [];
  for (const [name, value] of values) result.push(name, value);
  return result;
}
