/** The content of elements: tags, text, references, CDATA sections, comments, processing instructions; and what follows the last tag. */
import { addAttributes, findEntity, type RawAttribute } from './attributes.ts';
import { withPlainLines } from '../../util/line-ends.ts';
import {
  endOfKind,
  endOfName,
  endOfSpace,
  IN_CDATA,
  IN_TEXT,
  IN_VALUE,
  invalidCharacter,
  isSpace,
  nameAt,
  PREDEFINED,
  referencedCharacter,
  spaceAt,
} from './characters.ts';
import type { Entity } from './dtd.ts';
import type { Engine, Source } from './engine.ts';
import { XmlError } from './errors.ts';

const LESS = 60;
const GREATER = 62;
const AMPERSAND = 38;
const SLASH = 47;
const QUESTION = 63;
const EXCLAMATION = 33;
const EQUALS = 61;
const BRACKET = 93;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const NO_ATTRIBUTES: readonly RawAttribute[] = [];
/** Text that comes in other encodings than UTF-8 is told in pieces of at most so many bytes of UTF-8, as by expat. */
const PIECE = 1024;

/** One token of the content; false if it is not complete. Errors inside of an entity are reported where it is referred to. */
export function contentToken(engine: Engine, source: Source): boolean {
  if (engine.isInCdata) return cdataToken(engine, source);
  switch (source.text.charCodeAt(source.at)) {
    case LESS:
      return markup(engine, source);
    case AMPERSAND:
      return reference(engine, source);
    default:
      return characters(engine, source);
  }
}

/** A place of the source for an error: only the document's own text has places. */
const place = (engine: Engine, source: Source, at: number): number | undefined =>
  source === engine.source ? at : undefined;

function invalidAt(engine: Engine, source: Source, at: number): never {
  throw new XmlError('INVALID_TOKEN', place(engine, source, at));
}

function markup(engine: Engine, source: Source): boolean {
  const { text, at } = source;
  if (at + 1 >= text.length) return false;
  switch (text.charCodeAt(at + 1)) {
    case SLASH:
      return endTag(engine, source);
    case QUESTION:
      return processingInstruction(engine, source);
    case EXCLAMATION:
      return declarationInContent(engine, source);
    default:
      return startTag(engine, source);
  }
}

/** Whether what is there of the text from `at` on begins as `wanted` does. */
function mayBecome(text: string, at: number, wanted: string): boolean {
  return wanted.startsWith(text.slice(at, at + wanted.length));
}

function declarationInContent(engine: Engine, source: Source): boolean {
  const { text, at } = source;
  if (text.startsWith('<!--', at)) return comment(engine, source);
  if (text.startsWith('<![CDATA[', at)) return cdataSection(engine, source);
  if (text.length - at < 9 && (mayBecome(text, at, '<!--') || mayBecome(text, at, '<![CDATA['))) return false;
  return invalidAt(engine, source, at + 2);
}

// ── Tags ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function startTag(engine: Engine, source: Source): boolean {
  const { text, at } = source;
  let next = endOfName(text, at + 1);
  if (next === at + 1) return next >= text.length ? false : invalidAt(engine, source, next);
  const name = text.slice(at + 1, next);
  if (text.charCodeAt(next) === GREATER) return openElement(engine, source, name, NO_ATTRIBUTES, next + 1, false);
  const attributes: RawAttribute[] = [];
  for (;;) {
    const begin = endOfSpace(text, next);
    if (begin >= text.length) return false;
    const unit = text.charCodeAt(begin);
    if (unit === GREATER) return openElement(engine, source, name, attributes, begin + 1, false);
    if (unit === SLASH) {
      if (begin + 1 >= text.length) return false;
      if (text.charCodeAt(begin + 1) !== GREATER) return invalidAt(engine, source, begin + 1);
      return openElement(engine, source, name, attributes, begin + 2, true);
    }
    if (begin === next) return invalidAt(engine, source, begin);
    const end = attribute(engine, source, begin, attributes);
    if (end < 0) return false;
    next = end;
  }
}

/** Reads `name="value"`; its end, or -1 if it is not complete. */
function attribute(engine: Engine, source: Source, at: number, attributes: RawAttribute[]): number {
  const { text } = source;
  const nameEnd = endOfName(text, at);
  if (nameEnd === at) return invalidAt(engine, source, at);
  let next = endOfSpace(text, nameEnd);
  if (next >= text.length) return -1;
  if (text.charCodeAt(next) !== EQUALS) return invalidAt(engine, source, next);
  next = endOfSpace(text, next + 1);
  if (next >= text.length) return -1;
  const quote = text.charCodeAt(next);
  if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) return invalidAt(engine, source, next);
  const start = next + 1;
  let isPlain = true;
  let end = endOfKind(text, start, text.length, IN_VALUE);
  for (; end < text.length; end = endOfKind(text, end + 1, text.length, IN_VALUE)) {
    const unit = text.charCodeAt(end);
    if (unit === quote) break;
    if (unit === AMPERSAND || isSpace(unit)) isPlain = false;
    else if (unit !== DOUBLE_QUOTE && unit !== SINGLE_QUOTE) return invalidAt(engine, source, end);
  }
  if (end >= text.length) return -1;
  const valueAt = place(engine, source, start) as number;
  attributes.push({
    name: text.slice(at, nameEnd),
    value: text.slice(start, end),
    isPlain,
    nameAt: at,
    valueAt,
  });
  return end + 1;
}

function openElement(
  engine: Engine,
  source: Source,
  name: string,
  raw: readonly RawAttribute[],
  end: number,
  isEmpty: boolean,
): boolean {
  const { handlers, namespaces } = engine;
  namespaces?.open();
  const attributes: string[] = [];
  const specified = attributesOf(engine, name, raw, isEmpty, attributes);
  const expanded = elementName(engine, name, isEmpty);
  const start = source.at;
  source.at = end;
  // An empty element is text without a handler only if neither of its two events has one.
  if (handlers.startElement !== null) handlers.startElement(expanded, attributes, specified, false);
  else if (!isEmpty || handlers.endElement === null) engine.fallBack(source.text.slice(start, end));
  if (!isEmpty) {
    engine.tags.push(name);
    return true;
  }
  if (handlers.startElement !== null) moveEvent(engine, source, end);
  closeElement(engine, expanded, '', 0, 0);
  return true;
}

/** Where an empty element is in error, the namespaces that it had bound are ended. */
function attributesOf(
  engine: Engine,
  name: string,
  raw: readonly RawAttribute[],
  isEmpty: boolean,
  attributes: string[],
): number {
  try {
    return addAttributes(engine, name, raw, attributes);
  } catch (thrown) {
    if (isEmpty && thrown instanceof XmlError) endNamespaces(engine);
    throw thrown;
  }
}

/** Likewise. */
function elementName(engine: Engine, name: string, isEmpty: boolean): string {
  if (engine.namespaces === null) return name;
  try {
    return engine.namespaces.expand(name, true);
  } catch (thrown) {
    if (isEmpty && thrown instanceof XmlError) endNamespaces(engine);
    throw thrown;
  }
}

function endNamespaces({ handlers, namespaces }: Engine): void {
  if (namespaces === null) return;
  const ended = namespaces.close();
  if (ended.length > 0) for (const prefix of ended) handlers.endNamespace?.(prefix === '' ? null : prefix);
}

/** Tells the end of an element, or what it is in the text, and leaves its namespaces. */
export function closeElement(engine: Engine, expanded: string, text: string, start: number, end: number): void {
  if (engine.handlers.endElement !== null) engine.handlers.endElement(expanded);
  else engine.fallBack(text.slice(start, end));
  endNamespaces(engine);
  if (engine.tags.length === 0 && engine.kind === 'document') engine.state = 'epilog';
}

function endTag(engine: Engine, source: Source): boolean {
  const { text, at } = source;
  const nameEnd = endOfName(text, at + 2);
  if (nameEnd === at + 2) return nameEnd >= text.length ? false : invalidAt(engine, source, nameEnd);
  const next = endOfSpace(text, nameEnd);
  if (next >= text.length) return false;
  if (text.charCodeAt(next) !== GREATER) return invalidAt(engine, source, next);
  const { tags } = engine;
  // The end of an element that was not opened here: an entity has to be whole.
  if (tags.length === 0) throw new XmlError('ASYNC_ENTITY', place(engine, source, at));
  const name = tags[tags.length - 1];
  if (name.length !== nameEnd - at - 2 || !text.startsWith(name, at + 2))
    throw new XmlError('TAG_MISMATCH', place(engine, source, at + 2));
  tags.pop();
  source.at = next + 1;
  closeElement(engine, engine.namespaces === null ? name : engine.namespaces.expand(name, true), text, at, next + 1);
  return true;
}

// ── Text ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The end of text that is told as it stands. A bracket is text, but not the first one of `]]>`. */
function endOfText(text: string, at: number): number {
  let end = endOfKind(text, at, text.length, IN_TEXT);
  while (end < text.length && text.charCodeAt(end) === BRACKET && !text.startsWith(']]>', end))
    end = endOfKind(text, end + 1, text.length, IN_TEXT);
  return end;
}

function characters(engine: Engine, source: Source): boolean {
  const { text, at } = source;
  const unit = text.charCodeAt(at);
  if (unit === 13 || unit === 10) return lineEnd(engine, source, unit);
  let end = endOfText(text, at);
  if (end >= text.length) {
    // Brackets at the end may be the first ones of `]]>`.
    if (!source.isFinal) end -= text.endsWith(']]') ? 2 : text.endsWith(']') ? 1 : 0;
    if (end <= at) return false;
  } else if (text.charCodeAt(end) === BRACKET) return invalidAt(engine, source, end + 2);
  else if (end === at) return invalidAt(engine, source, at);
  source.at = end;
  tellText(engine, text.slice(at, end));
  return true;
}

function lineEnd(engine: Engine, source: Source, unit: number): boolean {
  const { text, at } = source;
  if (unit === 13 && at + 1 >= text.length && !source.isFinal) return false;
  const length = unit === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1;
  source.at = at + length;
  if (engine.handlers.characterData !== null) engine.handlers.characterData('\n');
  else engine.fallBack(text.slice(at, at + length));
  return true;
}

function tellText(engine: Engine, text: string): void {
  const { characterData } = engine.handlers;
  if (characterData === null) engine.fallBack(text);
  else if (engine.encoding === 'utf-8' || text.length * 3 <= PIECE) characterData(text);
  else tellPieces(text, characterData);
}

function tellPieces(text: string, tell: (text: string) => void): void {
  let start = 0;
  let bytes = 0;
  let at = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (bytes + size > PIECE) {
      tell(text.slice(start, at));
      start = at;
      bytes = 0;
    }
    bytes += size;
    at += character.length;
  }
  tell(text.slice(start));
}

function cdataSection(engine: Engine, source: Source): boolean {
  source.at += '<![CDATA['.length;
  engine.isInCdata = true;
  const { handlers } = engine;
  if (handlers.startCdata !== null) handlers.startCdata();
  else if (handlers.characterData === null) engine.fallBack('<![CDATA[');
  return true;
}

/** One piece of a CDATA section: its text comes as the text of elements does, also if its end has not come yet. */
function cdataToken(engine: Engine, source: Source): boolean {
  const { text, at } = source;
  const unit = text.charCodeAt(at);
  if (unit === 13 || unit === 10) return lineEnd(engine, source, unit);
  if (text.startsWith(']]>', at)) return endCdata(engine, source);
  if (!source.isFinal && text.length - at < 3 && ']]>'.startsWith(text.slice(at))) return false;
  if (invalidCharacter(text, at, at + 1) >= 0) return invalidAt(engine, source, at);
  const end = endOfKind(text, at + 1, text.length, IN_CDATA);
  source.at = end;
  tellText(engine, text.slice(at, end));
  return true;
}

function endCdata(engine: Engine, source: Source): boolean {
  source.at += 3;
  engine.isInCdata = false;
  const { handlers } = engine;
  if (handlers.endCdata !== null) handlers.endCdata();
  else if (handlers.characterData === null) engine.fallBack(']]>');
  return true;
}

/** The event is another part of the token. */
function moveEvent(engine: Engine, source: Source, at: number): void {
  if (source === engine.source) engine.eventStart = at;
}

// ── Comments and processing instructions ─────────────────────────────────────────────────────────────────────────

export function comment(engine: Engine, source: Source): boolean {
  const { text, at } = source;
  const end = text.indexOf('--', at + 4);
  const wrong = invalidCharacter(text, at + 4, end < 0 ? text.length : end);
  if (wrong >= 0) return invalidAt(engine, source, wrong);
  if (end < 0 || end + 2 >= text.length) return false;
  if (text[end + 2] !== '>') return invalidAt(engine, source, end + 2);
  source.at = end + 3;
  if (engine.handlers.comment !== null) engine.handlers.comment(withPlainLines(text.slice(at + 4, end)));
  else engine.fallBack(text.slice(at, end + 3));
  return true;
}

export function processingInstruction(engine: Engine, source: Source): boolean {
  const { text, at } = source;
  const target = nameAt(text, at + 2);
  if (target === '') return at + 2 >= text.length ? false : invalidAt(engine, source, at + 2);
  const next = at + 2 + target.length;
  if (next >= text.length) return false;
  if (!isSpace(text.charCodeAt(next)) && !text.startsWith('?>', next))
    return next + 1 >= text.length && text[next] === '?'
      ? false
      : invalidAt(engine, source, text[next] === '?' ? next + 1 : next);
  const end = text.indexOf('?>', next);
  const wrong = invalidCharacter(text, next, end < 0 ? text.length : end);
  if (wrong >= 0) return invalidAt(engine, source, wrong);
  if (end < 0) return false;
  if (target.toLowerCase() === 'xml') {
    if (target === 'xml') throw new XmlError('MISPLACED_XML_PI', place(engine, source, at));
    return invalidAt(engine, source, next);
  }
  source.at = end + 2;
  const data = withPlainLines(text.slice(next, end)).replace(/^[ \t\n]+/, '');
  if (engine.handlers.processingInstruction !== null) engine.handlers.processingInstruction(target, data);
  else engine.fallBack(text.slice(at, end + 2));
  return true;
}

// ── References ───────────────────────────────────────────────────────────────────────────────────────────────────

function reference(engine: Engine, source: Source): boolean {
  const { text, at } = source;
  const found = /#x?[0-9a-fA-F]*/y;
  found.lastIndex = at + 1;
  const body = found.exec(text)?.[0] ?? nameAt(text, at + 1);
  const next = at + 1 + body.length;
  if (next >= text.length) return false;
  if (body === '' || text[next] !== ';') return invalidAt(engine, source, next);
  const raw = text.slice(at, next + 1);
  if (body.startsWith('#')) {
    const character = referencedCharacter(body);
    if (character === undefined) {
      if (!/^#(?:\d+|x[0-9a-fA-F]+)$/.test(body)) return invalidAt(engine, source, next);
      throw new XmlError('BAD_CHAR_REF', place(engine, source, at));
    }
    source.at = next + 1;
    tellCharacter(engine, character, raw);
    return true;
  }
  source.at = next + 1;
  const predefined = PREDEFINED.get(body);
  if (predefined !== undefined) tellCharacter(engine, predefined, raw);
  else generalEntity(engine, body, raw);
  return true;
}

function tellCharacter(engine: Engine, character: string, raw: string): void {
  if (engine.handlers.characterData !== null) engine.handlers.characterData(character);
  else engine.fallBack(raw);
}

function skip(engine: Engine, name: string, raw: string): void {
  if (engine.handlers.skippedEntity !== null) engine.handlers.skippedEntity(name, false);
  else engine.fallBack(raw);
}

function generalEntity(engine: Engine, name: string, raw: string): void {
  const { handlers } = engine;
  const entity = findEntity(engine, name, undefined);
  if (entity === undefined) {
    skip(engine, name, raw);
    return;
  }
  if (entity.isOpen) throw new XmlError('RECURSIVE_ENTITY_REF');
  if (entity.notation !== null) throw new XmlError('BINARY_ENTITY_REF');
  if (entity.text !== undefined) {
    if (handlers.expandsEntities) expandInContent(engine, entity, entity.text);
    else skip(engine, name, raw);
    return;
  }
  if (handlers.externalEntity === null) {
    engine.fallBack(raw);
    return;
  }
  entity.isOpen = true;
  const context = contextOf(engine, name);
  const isAccepted = handlers.externalEntity(context, entity.base, entity.systemId, entity.publicId);
  entity.isOpen = false;
  if (!isAccepted) throw new XmlError('EXTERNAL_ENTITY_HANDLING');
}

/** What a parser of an external entity has to know: namespaces and open entities, as text. */
function contextOf(engine: Engine, name: string): string {
  return [...(engine.namespaces?.describe() ?? []), ...engine.openEntities, name].join('\f');
}

/** The text of an internal entity in the place of its reference: elements begin and end in it. */
function expandInContent(engine: Engine, entity: Entity, text: string): void {
  engine.countExpansion(text.length);
  const source: Source = { text, at: 0, isFinal: true };
  const depth = engine.tags.length;
  entity.isOpen = true;
  engine.openEntities.push(entity.name);
  while (source.at < text.length) {
    if (!contentToken(engine, source)) throw new XmlError('UNCLOSED_TOKEN');
    if (engine.tags.length < depth) throw new XmlError('ASYNC_ENTITY');
  }
  if (engine.isInCdata) throw new XmlError('UNCLOSED_CDATA_SECTION');
  if (engine.tags.length !== depth) throw new XmlError('ASYNC_ENTITY');
  engine.openEntities.pop();
  entity.isOpen = false;
}

// ── After the last tag ───────────────────────────────────────────────────────────────────────────────────────────

export function epilogToken(engine: Engine): boolean {
  const { source } = engine;
  const { text, at } = source;
  const space = spaceAt(text, at);
  if (space > 0) {
    source.at = at + space;
    engine.fallBack(text.slice(at, at + space));
    return true;
  }
  if (text.startsWith('<!--', at)) return comment(engine, source);
  if (text.startsWith('<?', at)) return processingInstruction(engine, source);
  if (text[at] === '<' && text.length - at < 4 && (mayBecome(text, at, '<!--') || mayBecome(text, at, '<?')))
    return false;
  if (invalidCharacter(text, at, at + 1) >= 0) return invalidAt(engine, source, at);
  throw new XmlError('JUNK_AFTER_DOC_ELEMENT', at);
}
