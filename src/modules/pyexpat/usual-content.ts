/**
 * The tokens that most of a document consists of, in the content of elements: tags whose attributes have no references, text, and the
 * predefined entities. They are read from code units in an array. Whatever is not so, errors and tokens that are not complete among it, is
 * left to content.ts before anything was done; so is what goes to a default handler.
 */
import { endOfRunCodes, endOfSpaceCodes, endOfTextCodes, endOfValueCodes } from './characters.ts';
import type { CodeWindow } from './code-window.ts';
import { closeElement } from './content.ts';
import type { Engine } from './engine.ts';
import { utf8Length } from './input.ts';
import type { NameTable } from './names.ts';

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const DOUBLE_QUOTE = 34;
const AMPERSAND = 38;
const SINGLE_QUOTE = 39;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;

/** Names and values by turns; more are left to content.ts, which compares names by a set then. */
const MAX_PAIRS = 16;
const NO_ATTRIBUTES: string[] = [];

/** Passes tokens until one is not usual. */
export function usualContent(engine: Engine, window: CodeWindow, names: NameTable): void {
  const { source } = engine;
  while (engine.state === 'content' && !engine.isInCdata) {
    const { at, text } = source;
    engine.eventStart = at;
    if (at >= window.end) {
      if (at >= text.length) return;
      window.moveTo(text, at);
    }
    if (!token(engine, window, names, at - window.from)) return;
  }
}

function token(engine: Engine, window: CodeWindow, names: NameTable, at: number): boolean {
  const { codes } = window;
  switch (codes[at]) {
    case LESS:
      return codes[at + 1] === SLASH ? endTag(engine, window, names, at) : startTag(engine, window, names, at);
    case AMPERSAND:
      return reference(engine, window, at);
    default:
      return characters(engine, window, at);
  }
}

// ── Tags ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function startTag(engine: Engine, window: CodeWindow, names: NameTable, at: number): boolean {
  const { handlers, namespaces, source } = engine;
  const { codes, from } = window;
  const { startElement } = handlers;
  if ((startElement === null && handlers.fallback !== null) || engine.dtd.attributes.size > 0) return false;
  const name = names.read(codes, at + 1);
  const expanded = name === null ? undefined : name.asElement.in(namespaces);
  if (expanded === undefined) return false;
  const count = codes[names.end] === GREATER ? 0 : attributes(engine, window, names, names.end);
  if (count < 0) return false;
  const { end } = names;
  const isEmpty = codes[end] === SLASH;
  namespaces?.open();
  source.at = from + end + (isEmpty ? 2 : 1);
  startElement?.(expanded, count === 0 ? NO_ATTRIBUTES : names.pairs.slice(0, count), count, true);
  if (isEmpty) {
    if (startElement !== null) engine.eventStart = source.at;
    closeElement(engine, expanded, '', 0, 0);
  } else engine.tags.push(name!.text);
  return true;
}

/** Reads the attributes up to the end of the tag; answers how many names and values there are, or -1 if something is not usual. */
function attributes(engine: Engine, window: CodeWindow, names: NameTable, at: number): number {
  const { codes } = window;
  let count = 0;
  for (let next = at; ; count += 2) {
    const begin = endOfSpaceCodes(codes, next);
    const unit = codes[begin];
    if (unit === GREATER || (unit === SLASH && codes[begin + 1] === GREATER)) {
      names.end = begin;
      return count;
    }
    if (begin === next || count >= MAX_PAIRS) return -1;
    next = attribute(engine, window, names, begin, count);
    if (next < 0) return -1;
  }
}

/** Reads `name="value"`; its end, or -1. */
function attribute(engine: Engine, window: CodeWindow, names: NameTable, at: number, count: number): number {
  const { namespaces } = engine;
  const { codes, from } = window;
  const { pairs } = names;
  const name = names.read(codes, at);
  if (name === null || (namespaces !== null && name.isBinding)) return -1;
  const expanded = name.asAttribute.in(namespaces);
  if (expanded === undefined || codes[names.end] !== EQUALS) return -1;
  const quote = codes[names.end + 1];
  if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) return -1;
  const other = quote === DOUBLE_QUOTE ? SINGLE_QUOTE : DOUBLE_QUOTE;
  const start = names.end + 2;
  let end = endOfValueCodes(codes, start);
  while (codes[end] === other) end = endOfValueCodes(codes, end + 1);
  if (codes[end] !== quote) return -1;
  for (let index = 0; index < count; index += 2) if (pairs[index] === expanded) return -1;
  pairs[count] = expanded;
  pairs[count + 1] = engine.source.text.slice(from + start, from + end);
  return end + 1;
}

function endTag(engine: Engine, window: CodeWindow, names: NameTable, at: number): boolean {
  const { handlers, tags } = engine;
  const { codes } = window;
  if (tags.length === 0 || (handlers.endElement === null && handlers.fallback !== null)) return false;
  const name = names.read(codes, at + 2);
  if (name === null || codes[names.end] !== GREATER || tags[tags.length - 1] !== name.text) return false;
  const expanded = name.asElement.in(engine.namespaces);
  if (expanded === undefined) return false;
  tags.pop();
  engine.source.at = window.from + names.end + 1;
  closeElement(engine, expanded, '', 0, 0);
  return true;
}

// ── Text ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function characters(engine: Engine, window: CodeWindow, at: number): boolean {
  const { handlers } = engine;
  const { characterData, characterRun } = handlers;
  if (characterData === null) return handlers.fallback === null && run(engine, window, at, IGNORE);
  if (engine.encoding !== 'utf-8') return false;
  if (characterRun !== null && run(engine, window, at, characterRun)) return true;
  return piece(engine, window, at, characterData);
}

const IGNORE = (): boolean => true;

/** So much text is looked at together: whoever takes text piece by piece would look at the same again and again. */
const MAX_RUN = 1024;

/** Text of several pieces, up to the next markup or behind an end of a line: no piece comes in parts. */
function run(engine: Engine, window: CodeWindow, at: number, take: (text: string, bytes: number) => boolean): boolean {
  const { source } = engine;
  const { from } = window;
  const end = endOfRun(window, at, from + window.length === source.text.length);
  if (end === at) return false;
  const text = source.text.slice(from + at, from + end);
  if (!take(text, window.isAscii ? text.length : utf8Length(text))) return false;
  source.at = from + end;
  return true;
}

function endOfRun({ codes, length }: CodeWindow, at: number, isLast: boolean): number {
  let end = endOfRunCodes(codes, at, at + MAX_RUN);
  if (end === length ? isLast : isBoundary(codes[end])) return end;
  while (end > at && codes[end - 1] !== NEWLINE) end--;
  return end;
}

const isBoundary = (unit: number): boolean => unit === LESS || unit === AMPERSAND || unit === CARRIAGE_RETURN;

/** An end of a line, or text before one or before markup: it may not be told in parts. */
function piece(engine: Engine, window: CodeWindow, at: number, tell: (text: string) => void): boolean {
  const { source } = engine;
  const { codes, from } = window;
  if (codes[at] === NEWLINE) {
    source.at++;
    tell('\n');
    return true;
  }
  const end = endOfTextCodes(codes, at);
  if (end === at) return false;
  if (codes[end] !== NEWLINE && !isBoundary(codes[end])) return false;
  source.at = from + end;
  tell(source.text.slice(from + at, from + end));
  return true;
}

// ── References ───────────────────────────────────────────────────────────────────────────────────────────────────

const PREDEFINED: readonly (readonly [codes: readonly number[], character: string])[] = [
  ['lt;', '<'],
  ['gt;', '>'],
  ['amp;', '&'],
  ['quot;', '"'],
  ['apos;', "'"],
].map(([text, character]) => [[...text].map((letter) => letter.charCodeAt(0)), character]);

function reference(engine: Engine, window: CodeWindow, at: number): boolean {
  const { characterData, characterRun } = engine.handlers;
  if (characterData === null) return false;
  for (let index = 0; index < PREDEFINED.length; index++) {
    const [codes, character] = PREDEFINED[index];
    if (!standsAt(window.codes, at + 1, codes)) continue;
    engine.source.at += codes.length + 1;
    if (characterRun === null || !characterRun(character, 1)) characterData(character);
    return true;
  }
  return false;
}

function standsAt(codes: Uint16Array, at: number, wanted: readonly number[]): boolean {
  for (let index = 0; index < wanted.length; index++) if (codes[at + index] !== wanted[index]) return false;
  return true;
}
