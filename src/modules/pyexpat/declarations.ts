/** Declarations of a document type: elements with their content models, attributes, entities, notations, and conditional sections. */
import { collapse, expandValue } from './attributes.ts';
import { withPlainLines } from '../../util/line-ends.ts';
import { invalidCharacter, nameAt, nameTokenAt, PREDEFINED, referencedCharacter, spaceAt } from './characters.ts';
import type { AttributeDeclaration, Model } from './dtd.ts';
import type { Engine, Source } from './engine.ts';
import { XmlError } from './errors.ts';
import { declarationEnd, publicId } from './declaration-text.ts';

/** A declaration's text, read token by token. */
class Reader {
  readonly text: string;
  at: number;
  /** Where the text stands in the buffer; `undefined` inside of entities. */
  readonly offset: number | undefined;

  constructor(text: string, at: number, offset: number | undefined) {
    this.text = text;
    this.at = at;
    this.offset = offset;
  }

  fail(code = 'SYNTAX', at = this.at): never {
    throw new XmlError(code, this.offset === undefined ? undefined : this.offset + at);
  }

  skipSpace(): boolean {
    const space = spaceAt(this.text, this.at);
    this.at += space;
    return space > 0;
  }

  requireSpace(): void {
    if (!this.skipSpace()) this.fail(this.at === this.text.length ? 'SYNTAX' : 'INVALID_TOKEN');
  }

  /** The event of the declaration is the token at the place. */
  markEvent(engine: Engine, at = this.at): void {
    if (this.offset !== undefined) engine.eventStart = this.offset + at;
  }

  accept(wanted: string): boolean {
    if (!this.text.startsWith(wanted, this.at)) return false;
    this.at += wanted.length;
    return true;
  }

  name(): string {
    const name = nameAt(this.text, this.at);
    if (name === '') this.fail();
    this.at += name.length;
    return name;
  }

  nameToken(): string {
    const token = nameTokenAt(this.text, this.at);
    if (token === '') this.fail();
    this.at += token.length;
    return token;
  }

  literal(): string {
    const quote = this.text[this.at];
    if (quote !== '"' && quote !== "'") this.fail();
    const end = this.text.indexOf(quote, this.at + 1);
    const value = this.text.slice(this.at + 1, end);
    this.at = end + 1;
    return value;
  }

  /** Nothing but the `>` may be left. */
  end(): void {
    this.skipSpace();
    if (this.at !== this.text.length) this.fail();
  }
}

const KEYWORD = /^<!(ELEMENT|ATTLIST|ENTITY|NOTATION)(?=[ \t\r\n%])/;

export function declaration(engine: Engine, source: Source): boolean {
  const { text, at } = source;
  const end = declarationEnd(text, at, /["'>]/g);
  const wrong = invalidCharacter(text, at, end < 0 ? text.length : end);
  const offset = source === engine.source ? at : undefined;
  if (wrong >= 0) throw new XmlError('INVALID_TOKEN', offset === undefined ? undefined : wrong);
  if (end < 0) return false;
  const found = KEYWORD.exec(text.slice(at, at + 12));
  if (found === null) return unknownDeclaration(text, at, offset);
  source.at = end;
  const raw = text.slice(at, end - 1);
  // In an external subset, references stand anywhere in a declaration; in the document's own they may not.
  const body = engine.kind === 'subset' ? expandParameters(engine, raw) : raw;
  const reader = new Reader(body, found[0].length, body === raw ? offset : undefined);
  reader.requireSpace();
  if (!DECLARE[found[1]](engine, reader)) engine.fallBackTokens(text.slice(at, end));
  return true;
}

/** A word that is no declaration; what is no word is no token at all. */
export function unknownDeclaration(text: string, at: number, offset: number | undefined): never {
  const word = /^[A-Za-z_]*/.exec(text.slice(at + 2))![0];
  const next = at + 2 + word.length;
  const isToken = word !== '' && /[ \t\r\n]/.test(text[next]);
  throw new XmlError(isToken ? 'SYNTAX' : 'INVALID_TOKEN', offset === undefined || isToken ? offset : next);
}

/** References to parameter entities outside of quotes as their text, with spaces around it. */
function expandParameters(engine: Engine, text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/"[^"]*"|'[^']*'|%([^;%\s"']+);/g, (whole: string, name: string | undefined) =>
    name === undefined ? whole : ` ${parameterText(engine, name)} `,
  );
}

/** The text of an internal parameter entity with the references in it expanded; nothing of what is not known. */
function parameterText(engine: Engine, name: string): string {
  const { dtd } = engine;
  const entity = dtd.parameter.get(name);
  if (entity?.text === undefined) {
    dtd.keepsProcessing = dtd.isStandalone;
    return '';
  }
  if (entity.isOpen) throw new XmlError('RECURSIVE_ENTITY_REF');
  engine.countExpansion(entity.text.length);
  entity.isOpen = true;
  const text = expandParameters(engine, entity.text);
  entity.isOpen = false;
  return text;
}

/** Whether a handler was told. */
type Declare = (engine: Engine, reader: Reader) => boolean;

const DECLARE: Readonly<Record<string, Declare>> = {
  ELEMENT: declareElement,
  ATTLIST: declareAttributes,
  ENTITY: declareEntity,
  NOTATION: declareNotation,
};

// ── Elements ─────────────────────────────────────────────────────────────────────────────────────────────────────

const EMPTY = 1;
const ANY = 2;
const MIXED = 3;
const NAME = 4;
const CHOICE = 5;
const SEQUENCE = 6;
const QUANTIFIERS = ['', '?', '*', '+'];

const model = (type: number, name: string | null, children: Model[]): Model => ({
  type,
  quantifier: 0,
  name,
  children,
});

function declareElement(engine: Engine, reader: Reader): boolean {
  const name = reader.name();
  reader.requireSpace();
  reader.markEvent(engine);
  let content: Model;
  if (reader.accept('EMPTY')) content = model(EMPTY, null, []);
  else if (reader.accept('ANY')) content = model(ANY, null, []);
  else if (reader.accept('(')) {
    content = contentModel(reader);
    reader.markEvent(engine, reader.text.lastIndexOf(')', reader.at));
  } else reader.fail();
  reader.end();
  engine.handlers.elementDeclaration?.(name, content);
  return engine.handlers.elementDeclaration !== null;
}

function quantifier(reader: Reader): number {
  for (let kind = 1; kind < QUANTIFIERS.length; kind++) if (reader.accept(QUANTIFIERS[kind])) return kind;
  return 0;
}

/** The model behind its first parenthesis; groups that are open are kept in a list, so that their depth needs no stack. */
function contentModel(reader: Reader): Model {
  reader.skipSpace();
  if (reader.accept('#PCDATA')) return mixedModel(reader);
  const open: Model[] = [group()];
  for (;;) {
    reader.skipSpace();
    if (reader.accept('(')) {
      open.push(group());
      continue;
    }
    const item = model(NAME, reader.name(), []);
    item.quantifier = quantifier(reader);
    const whole = addItem(reader, open, item);
    if (whole !== undefined) return whole;
  }
}

const UNDECIDED = 0;
const group = (): { type: number; quantifier: number; name: null; children: Model[] } => ({
  type: UNDECIDED,
  quantifier: 0,
  name: null,
  children: [],
});

/** Puts an item into the innermost group and closes groups; the outermost one when it is closed. */
function addItem(reader: Reader, open: Model[], first: Model): Model | undefined {
  let item = first;
  for (;;) {
    const current = open.at(-1)! as { type: number } & Model;
    current.children.push(item);
    reader.skipSpace();
    if (reader.accept(')')) {
      const closed = open.pop()! as { type: number } & Model;
      if (closed.type === UNDECIDED) closed.type = SEQUENCE;
      closed.quantifier = quantifier(reader);
      if (open.length === 0) return closed;
      item = closed;
      continue;
    }
    const type = reader.accept('|') ? CHOICE : reader.accept(',') ? SEQUENCE : reader.fail();
    if (current.type !== UNDECIDED && current.type !== type) reader.fail('SYNTAX', reader.at - 1);
    current.type = type;
    return undefined;
  }
}

function mixedModel(reader: Reader): Model {
  const result = model(MIXED, null, []);
  for (reader.skipSpace(); !reader.accept(')'); reader.skipSpace()) {
    if (!reader.accept('|')) reader.fail();
    reader.skipSpace();
    result.children.push(model(NAME, reader.name(), []));
  }
  if (reader.accept('*')) result.quantifier = 2;
  else if (result.children.length > 0) reader.fail();
  return result;
}

// ── Attributes ───────────────────────────────────────────────────────────────────────────────────────────────────

const TYPES = ['CDATA', 'IDREFS', 'IDREF', 'ID', 'ENTITIES', 'ENTITY', 'NMTOKENS', 'NMTOKEN'];

function declareAttributes(engine: Engine, reader: Reader): boolean {
  const element = reader.name();
  for (;;) {
    const hadSpace = reader.skipSpace();
    if (reader.at === reader.text.length) break;
    if (!hadSpace) reader.fail('INVALID_TOKEN');
    declareAttribute(engine, reader, element);
  }
  return engine.dtd.keepsProcessing && engine.handlers.attributeDeclaration !== null;
}

function declareAttribute(engine: Engine, reader: Reader, element: string): void {
  const name = reader.name();
  reader.requireSpace();
  const type = attributeType(reader);
  reader.requireSpace();
  const [value, isRequired] = attributeDefault(engine, reader, type === 'CDATA');
  const { dtd, handlers } = engine;
  if (!dtd.keepsProcessing) return;
  addAttribute(engine, element, { name, isCdata: type === 'CDATA', value });
  handlers.attributeDeclaration?.(element, name, type, value ?? null, isRequired);
}

function addAttribute(engine: Engine, element: string, attribute: AttributeDeclaration): void {
  const { attributes } = engine.dtd;
  const known = attributes.get(element);
  if (known === undefined) attributes.set(element, new Map([[attribute.name, attribute]]));
  else if (!known.has(attribute.name)) known.set(attribute.name, attribute);
}

function attributeType(reader: Reader): string {
  if (reader.accept('(')) return enumeration(reader, false);
  const word = reader.name();
  if (word === 'NOTATION') {
    reader.requireSpace();
    if (!reader.accept('(')) reader.fail();
    return `NOTATION${enumeration(reader, true)}`;
  }
  if (!TYPES.includes(word)) reader.fail('SYNTAX', reader.at - word.length);
  return word;
}

function enumeration(reader: Reader, isNames: boolean): string {
  const words: string[] = [];
  do {
    reader.skipSpace();
    words.push(isNames ? reader.name() : reader.nameToken());
    reader.skipSpace();
  } while (reader.accept('|'));
  if (!reader.accept(')')) reader.fail();
  return `(${words.join('|')})`;
}

function attributeDefault(engine: Engine, reader: Reader, isCdata: boolean): [string | undefined, boolean] {
  reader.markEvent(engine);
  if (reader.accept('#REQUIRED')) return [undefined, true];
  if (reader.accept('#IMPLIED')) return [undefined, false];
  const isFixed = reader.accept('#FIXED');
  if (isFixed) reader.requireSpace();
  reader.markEvent(engine);
  const at = reader.offset === undefined ? undefined : reader.offset + reader.at + 1;
  const raw = reader.literal();
  if (raw.includes('<')) reader.fail('INVALID_TOKEN');
  const value = expandValue(engine, raw, at);
  return [isCdata ? value : collapse(value), isFixed];
}

// ── Entities and notations ───────────────────────────────────────────────────────────────────────────────────────

function declareEntity(engine: Engine, reader: Reader): boolean {
  const isParameter = reader.accept('%');
  if (isParameter) reader.requireSpace();
  const name = reader.name();
  reader.requireSpace();
  const { text } = reader;
  if (text[reader.at] === '"' || text[reader.at] === "'") {
    const at = reader.offset === undefined ? undefined : reader.offset + reader.at + 1;
    reader.markEvent(engine);
    const value = entityValue(engine, withPlainLines(reader.literal()), at);
    reader.end();
    return addEntity(engine, name, isParameter, value, null, null, null);
  }
  const [systemId, publicIdentifier] = externalId(reader, true);
  const notation = isParameter ? null : notationOfEntity(reader);
  reader.markEvent(engine, reader.at - (notation?.length ?? 0));
  reader.end();
  if (notation === null) reader.markEvent(engine);
  return addEntity(engine, name, isParameter, undefined, systemId, publicIdentifier, notation);
}

function notationOfEntity(reader: Reader): string | null {
  const hadSpace = reader.skipSpace();
  if (!hadSpace || !reader.accept('NDATA')) return null;
  reader.requireSpace();
  return reader.name();
}

/** `SYSTEM "..."` or `PUBLIC "..." "..."`; of a notation, the second literal may be missing. */
function externalId(reader: Reader, needsSystem: boolean): [string | null, string | null] {
  if (reader.accept('SYSTEM')) {
    reader.requireSpace();
    return [reader.literal(), null];
  }
  if (!reader.accept('PUBLIC')) reader.fail();
  reader.requireSpace();
  const at = reader.offset === undefined ? undefined : reader.offset + reader.at;
  const identifier = publicId(reader.literal(), at);
  const hadSpace = reader.skipSpace();
  if (!needsSystem && reader.at === reader.text.length) return [null, identifier];
  if (!hadSpace) reader.fail();
  return [reader.literal(), identifier];
}

/** Character references and, where they may be, parameter entities are expanded at once; general entities when they are used. */
function entityValue(engine: Engine, raw: string, at: number | undefined): string {
  if (!/[&%]/.test(raw)) return raw;
  return raw.replace(
    /([&%])(?:([^;&%\s]+);)?/g,
    (whole: string, mark: string, body: string | undefined, index: number) => {
      const place = at === undefined ? undefined : at + index;
      if (body === undefined) throw new XmlError('INVALID_TOKEN', place);
      if (mark === '%') return parameterInValue(engine, body, place);
      if (!body.startsWith('#')) return isReference(body) ? whole : fail('INVALID_TOKEN', place);
      return referencedCharacter(body) ?? fail('BAD_CHAR_REF', place);
    },
  );
}

const isReference = (body: string): boolean => PREDEFINED.has(body) || nameAt(body, 0) === body;

function fail(code: string, at: number | undefined): never {
  throw new XmlError(code, at);
}

function parameterInValue(engine: Engine, name: string, at: number | undefined): string {
  if (engine.kind !== 'subset') throw new XmlError('PARAM_ENTITY_REF', at);
  const entity = engine.dtd.parameter.get(name);
  if (entity?.text === undefined) {
    engine.dtd.keepsProcessing = engine.dtd.isStandalone;
    return '';
  }
  if (entity.isOpen) throw new XmlError('RECURSIVE_ENTITY_REF', at);
  engine.countExpansion(entity.text.length);
  entity.isOpen = true;
  const value = entityValue(engine, entity.text, at);
  entity.isOpen = false;
  return value;
}

function addEntity(
  engine: Engine,
  name: string,
  isParameter: boolean,
  value: string | undefined,
  systemId: string | null,
  publicIdentifier: string | null,
  notation: string | null,
): boolean {
  const { dtd, handlers, base } = engine;
  const table = isParameter ? dtd.parameter : dtd.general;
  if (!dtd.keepsProcessing || table.has(name) || (!isParameter && PREDEFINED.has(name))) return false;
  table.set(name, {
    name,
    text: value,
    base,
    systemId,
    publicId: publicIdentifier,
    notation,
    isInternal: engine.kind === 'document',
    isOpen: false,
  });
  if (notation !== null && handlers.unparsedEntity !== null) {
    handlers.unparsedEntity(name, base, systemId, publicIdentifier, notation);
    return true;
  }
  handlers.entityDeclaration?.(name, isParameter, value ?? null, base, systemId, publicIdentifier, notation);
  return handlers.entityDeclaration !== null;
}

function declareNotation(engine: Engine, reader: Reader): boolean {
  const name = reader.name();
  reader.requireSpace();
  const [systemId, publicIdentifier] = externalId(reader, false);
  if (systemId !== null) reader.markEvent(engine, reader.at - systemId.length - 2);
  reader.end();
  if (systemId === null) reader.markEvent(engine);
  engine.handlers.notation?.(name, engine.base, systemId, publicIdentifier);
  return engine.handlers.notation !== null;
}

// ── Conditional sections ─────────────────────────────────────────────────────────────────────────────────────────

/** `<![INCLUDE[` or `<![IGNORE[...]]>`: the word may be a parameter entity. */
export function conditionalSection(engine: Engine, source: Source): boolean {
  const { text, at } = source;
  const bracket = text.indexOf('[', at + 3);
  if (bracket < 0) return false;
  const word = expandParameters(engine, text.slice(at + 3, bracket)).trim();
  if (word === 'INCLUDE') {
    engine.includedSections++;
    source.at = bracket + 1;
    return true;
  }
  if (word !== 'IGNORE') throw new XmlError('SYNTAX', source === engine.source ? at + 3 : undefined);
  const marks = /<!\[|\]\]>/g;
  marks.lastIndex = bracket + 1;
  let depth = 1;
  for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
    depth += found[0] === ']]>' ? -1 : 1;
    if (depth > 0) continue;
    source.at = found.index + 3;
    engine.fallBack(text.slice(at, source.at));
    return true;
  }
  return false;
}
