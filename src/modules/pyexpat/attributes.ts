/** Attributes of a start tag: values with their references expanded, defaults, namespaces. */
import { PREDEFINED, referencedCharacter } from './characters.ts';
import type { Entity } from './dtd.ts';
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

const NONE: [string[], number] = [[], 0];

/** Names and values by turns: what the tag says, then defaults; and how many of them the tag says. Namespaces are bound on the way. */
export function attributesOf(engine: Engine, element: string, raw: readonly RawAttribute[]): [string[], number] {
  const { dtd, namespaces } = engine;
  const declared = dtd.attributes.size === 0 ? undefined : dtd.attributes.get(element);
  if (declared === undefined && raw.length === 0) return NONE;
  const pairs: string[] = [];
  const seen = new Names();
  for (const { name, value, isPlain, nameAt, valueAt } of raw) {
    if (!seen.add(name)) throw new XmlError('DUPLICATE_ATTRIBUTE', nameAt);
    const expanded = isPlain ? value : expandValue(engine, value, valueAt);
    const plain = declared?.get(name)?.isCdata === false ? collapse(expanded) : expanded;
    if (!bindsNamespace(engine, name, plain)) pairs.push(name, plain);
  }
  const specified = pairs.length;
  for (const [name, { value }] of declared ?? []) {
    if (value !== undefined && !seen.has(name) && !bindsNamespace(engine, name, value)) pairs.push(name, value);
  }
  if (namespaces !== null) expandNames(namespaces, pairs);
  return [pairs, specified];
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
  const seen = new Names();
  for (let index = 0; index < pairs.length; index += 2) {
    const expanded = namespaces.expand(pairs[index], false);
    if (!seen.add(expanded)) throw new XmlError('DUPLICATE_ATTRIBUTE');
    pairs[index] = expanded;
  }
}

/** Names of a tag, which are few as a rule: looking at each of them is less than making a set. */
class Names {
  private readonly few: string[] = [];
  private all: Set<string> | null = null;

  has(name: string): boolean {
    return this.all === null ? this.few.includes(name) : this.all.has(name);
  }

  /** false if it is there. */
  add(name: string): boolean {
    if (this.has(name)) return false;
    if (this.all !== null) this.all.add(name);
    else if (this.few.push(name) > FEW) this.all = new Set(this.few);
    return true;
  }
}

const FEW = 8;
