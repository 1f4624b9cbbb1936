/** The content of elements: tags, text, references, CDATA sections, comments, processing instructions; and what follows the last tag. */
import { attributesOf, findEntity, type RawAttribute } from './attributes.ts';
import { withPlainLines } from '../../util/line-ends.ts';
import { invalidCharacter, isSpace, nameAt, PREDEFINED, referencedCharacter, spaceAt } from './characters.ts';
import type { Entity } from './dtd.ts';
import type { Engine, Source } from './engine.ts';
import { XmlError } from './errors.ts';

const LESS = 60;
const AMPERSAND = 38;
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
  switch (text[at + 1]) {
    case '/':
      return endTag(engine, source);
    case '?':
      return processingInstruction(engine, source);
    case '!':
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
  const name = nameAt(text, at + 1);
  if (name === '') return at + 1 >= text.length ? false : invalidAt(engine, source, at + 1);
  const attributes: RawAttribute[] = [];
  let next = at + 1 + name.length;
  for (;;) {
    const begin = next + spaceAt(text, next);
    if (begin >= text.length) return false;
    if (text[begin] === '>') return openElement(engine, source, name, attributes, begin + 1, false);
    if (text[begin] === '/') {
      if (begin + 1 >= text.length) return false;
      if (text[begin + 1] !== '>') return invalidAt(engine, source, begin + 1);
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
  const name = nameAt(text, at);
  if (name === '') return invalidAt(engine, source, at);
  let next = at + name.length;
  next += spaceAt(text, next);
  if (next >= text.length) return -1;
  if (text[next] !== '=') return invalidAt(engine, source, next);
  next += 1 + spaceAt(text, next + 1);
  if (next >= text.length) return -1;
  const quote = text[next];
  if (quote !== '"' && quote !== "'") return invalidAt(engine, source, next);
  const end = text.indexOf(quote, next + 1);
  const limit = end < 0 ? text.length : end;
  const wrong = firstOf(text.indexOf('<', next + 1), invalidCharacter(text, next + 1, limit));
  if (wrong >= 0 && wrong < limit) return invalidAt(engine, source, wrong);
  if (end < 0) return -1;
  const valueAt = place(engine, source, next + 1);
  attributes.push({ name, value: text.slice(next + 1, end), nameAt: at, valueAt: valueAt as number });
  return end + 1;
}

function firstOf(a: number, b: number): number {
  if (a < 0) return b;
  return b < 0 ? a : Math.min(a, b);
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
  const [expanded, attributes, specified] = startOf(engine, name, raw, isEmpty);
  const start = source.at;
  source.at = end;
  // An empty element is text without a handler only if neither of its two events has one.
  if (handlers.startElement !== null) handlers.startElement(expanded, attributes, specified);
  else if (!isEmpty || handlers.endElement === null) engine.fallBack(source.text.slice(start, end));
  if (!isEmpty) {
    engine.tags.push(name);
    return true;
  }
  if (handlers.startElement !== null) moveEvent(engine, source, end);
  closeElement(engine, expanded, '');
  return true;
}

/** The element's name and attributes. Where an empty element is in error, the namespaces that it had bound are ended. */
function startOf(
  engine: Engine,
  name: string,
  raw: readonly RawAttribute[],
  isEmpty: boolean,
): [name: string, attributes: string[], specified: number] {
  try {
    const [attributes, specified] = attributesOf(engine, name, raw);
    return [engine.namespaces === null ? name : engine.namespaces.expand(name, true), attributes, specified];
  } catch (thrown) {
    if (isEmpty && thrown instanceof XmlError) endNamespaces(engine);
    throw thrown;
  }
}

function endNamespaces({ handlers, namespaces }: Engine): void {
  for (const prefix of namespaces?.close() ?? []) handlers.endNamespace?.(prefix === '' ? null : prefix);
}

function closeElement(engine: Engine, expanded: string, raw: string): void {
  if (engine.handlers.endElement !== null) engine.handlers.endElement(expanded);
  else engine.fallBack(raw);
  endNamespaces(engine);
  if (engine.tags.length === 0 && engine.kind === 'document') engine.state = 'epilog';
}

function endTag(engine: Engine, source: Source): boolean {
  const { text, at } = source;
  const name = nameAt(text, at + 2);
  if (name === '') return at + 2 >= text.length ? false : invalidAt(engine, source, at + 2);
  let next = at + 2 + name.length;
  next += spaceAt(text, next);
  if (next >= text.length) return false;
  if (text[next] !== '>') return invalidAt(engine, source, next);
  const opened = engine.tags.at(-1);
  // The end of an element that was not opened here: an entity has to be whole.
  if (opened === undefined) throw new XmlError('ASYNC_ENTITY', place(engine, source, at));
  if (opened !== name) throw new XmlError('TAG_MISMATCH', place(engine, source, at + 2));
  engine.tags.pop();
  source.at = next + 1;
  closeElement(
    engine,
    engine.namespaces === null ? name : engine.namespaces.expand(name, true),
    text.slice(at, next + 1),
  );
  return true;
}

// ── Text ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const RUN_END = /[<&\r\n]|\]\]>|[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function characters(engine: Engine, source: Source): boolean {
  const { text, at } = source;
  const unit = text.charCodeAt(at);
  if (unit === 13 || unit === 10) return lineEnd(engine, source, unit);
  RUN_END.lastIndex = at;
  const found = RUN_END.exec(text);
  let end = found === null ? text.length : found.index;
  if (found === null && !source.isFinal) {
    // Brackets at the end may be the first ones of `]]>`, and half of a pair waits for the other.
    if (text.endsWith(']]')) end -= 2;
    else if (text.endsWith(']')) end -= 1;
  }
  if (end > at) {
    source.at = end;
    tellText(engine, text.slice(at, end));
    return true;
  }
  if (found === null) return false;
  return invalidAt(engine, source, found[0] === ']]>' ? at + 2 : at);
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

const CDATA_END = /[\r\n\]]|[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** One piece of a CDATA section: its text comes as the text of elements does, also if its end has not come yet. */
function cdataToken(engine: Engine, source: Source): boolean {
  const { text, at } = source;
  const unit = text.charCodeAt(at);
  if (unit === 13 || unit === 10) return lineEnd(engine, source, unit);
  if (text.startsWith(']]>', at)) return endCdata(engine, source);
  if (!source.isFinal && text.length - at < 3 && ']]>'.startsWith(text.slice(at))) return false;
  if (invalidCharacter(text, at, at + 1) >= 0 && (unit & 0xfc00) !== 0xd800) return invalidAt(engine, source, at);
  CDATA_END.lastIndex = at + 1;
  const end = CDATA_END.exec(text)?.index ?? text.length;
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
