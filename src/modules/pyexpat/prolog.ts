/** What stands before the first tag: the XML declaration, the document type with its internal subset, and external subsets. */
import { invalidCharacter, nameAt, nameTokenAt, spaceAt } from './characters.ts';
import { comment, processingInstruction } from './content.ts';
import { conditionalSection, declaration, unknownDeclaration } from './declarations.ts';
import { declarationEnd, publicId } from './declaration-text.ts';
import type { Entity } from './dtd.ts';
import type { Engine, Source } from './engine.ts';
import { XmlError } from './errors.ts';

const QUOTED = '(?:"([^"]*)"|\'([^\']*)\')';
const S = '[ \\t\\r\\n]';
const XML_DECLARATION = new RegExp(
  `^<\\?xml(?:${S}+version${S}*=${S}*${QUOTED})?(?:${S}+encoding${S}*=${S}*${QUOTED})?(?:${S}+standalone${S}*=${S}*${QUOTED})?${S}*\\?>$`,
);
const VERSION = /^1\.[0-9]+$/;
const ENCODING_NAME = /^[A-Za-z][A-Za-z0-9._-]*$/;

/** Whether the text at the place may still become `wanted` when more of it comes. */
function mayBecome(text: string, at: number, wanted: string): boolean {
  return text.length - at < wanted.length && wanted.startsWith(text.slice(at));
}

// ── Declarations of version and encoding ─────────────────────────────────────────────────────────────────────────

/** `<?xml ...?>` at the place: its end, 0 if there is none, -1 if it is not complete. */
function xmlDeclaration(engine: Engine, isDocument: boolean): number {
  const { text, at, isFinal } = engine.source;
  if (!isFinal && mayBecome(text, at, '<?xml?>')) return -1;
  if (!/^<\?xml(?:[ \t\r\n]|\?>)/.test(text.slice(at, at + 7))) return 0;
  const close = text.indexOf('?>', at);
  const wrong = invalidCharacter(text, at, close < 0 ? text.length : close);
  if (wrong >= 0) throw new XmlError('INVALID_TOKEN', wrong);
  if (close < 0) return -1;
  const raw = text.slice(at, close + 2);
  const found = XML_DECLARATION.exec(raw);
  const version = found?.[1] ?? found?.[2];
  const encoding = found?.[3] ?? found?.[4];
  const standalone = found?.[5] ?? found?.[6];
  const isRight =
    found !== null &&
    (version === undefined ? !isDocument : VERSION.test(version)) &&
    (encoding === undefined ? isDocument : ENCODING_NAME.test(encoding)) &&
    (standalone === undefined || (isDocument && /^(?:yes|no)$/.test(standalone)));
  if (!isRight) throw new XmlError(isDocument ? 'XML_DECL' : 'TEXT_DECL', at + wrongPart(raw, isDocument));
  tellDeclaration(engine, raw, version, encoding, standalone);
  if (encoding !== undefined && engine.contradicts(encoding))
    throw new XmlError('INCORRECT_ENCODING', at + raw.indexOf(encoding, raw.indexOf('encoding') + 8));
  return close + 2;
}

const PSEUDO_ATTRIBUTE = new RegExp(`(${S}+)([^ \\t\\r\\n=]*)(${S}*)(=${S}*)?(["'])?`, 'y');

/** Where a declaration stops being right: a name that is not expected there, or a value. */
function wrongPart(raw: string, isDocument: boolean): number {
  const expected = ['version', 'encoding', 'standalone'];
  const text = raw.slice(0, -'?>'.length);
  let at = '<?xml'.length;
  for (;;) {
    PSEUDO_ATTRIBUTE.lastIndex = at;
    const found = PSEUDO_ATTRIBUTE.exec(text);
    if (found === null) return at;
    const [whole, before, name, behind, equals, quote] = found;
    const nameAt = at + before.length;
    if (name === '') return nameAt === text.length ? at : nameAt;
    const valueAt = at + whole.length;
    if (equals === undefined) return nameAt + name.length + behind.length;
    if (quote === undefined) return valueAt;
    const end = text.indexOf(quote, valueAt);
    const value = text.slice(valueAt, end < 0 ? text.length : end);
    const wrong = value.search(NOT_IN_VALUES);
    if (wrong >= 0 || end < 0) return valueAt + (wrong < 0 ? value.length : wrong);
    const index = expected.indexOf(name);
    const isMissing = isDocument ? expected.length === 3 && name !== 'version' : name === 'standalone';
    if (index < 0 || isMissing) return nameAt;
    if (!VALUES[index].test(value)) return valueAt;
    at = end + 1;
    expected.splice(0, index + 1, ...expected.slice(0, index + 1).map(() => ''));
    if (name === 'version') expected.push('');
  }
}

/** What no value may hold: the place of an error, which otherwise is that of the value. */
const NOT_IN_VALUES = /[^A-Za-z0-9._-]/;
const VALUES = [VERSION, ENCODING_NAME, /^(?:yes|no)$/];

function tellDeclaration(
  engine: Engine,
  raw: string,
  version: string | undefined,
  encoding: string | undefined,
  standalone: string | undefined,
): void {
  const { dtd, handlers } = engine;
  if (standalone === 'yes') {
    dtd.isStandalone = true;
    if (dtd.parameterEntityParsing === 1) dtd.parameterEntityParsing = 0;
  }
  const flag = standalone === undefined ? -1 : standalone === 'yes' ? 1 : 0;
  if (handlers.xmlDeclaration !== null) handlers.xmlDeclaration(version ?? null, encoding ?? null, flag);
  else engine.fallBack(raw);
}

/** The beginning of an external entity. */
export function textDeclaration(engine: Engine): boolean {
  skipMark(engine);
  const end = xmlDeclaration(engine, false);
  if (end < 0) return false;
  if (end > 0) engine.source.at = end;
  if (engine.kind === 'entity') engine.state = 'content';
  else {
    engine.state = 'external-subset';
  }
  return true;
}

// ── The prolog of a document ─────────────────────────────────────────────────────────────────────────────────────

/** A byte order mark is no part of the text, but has a place in it. */
function skipMark(engine: Engine): void {
  const { source } = engine;
  if (source.at !== 0 || source.text[0] !== '\ufeff') return;
  source.at = 1;
  engine.eventStart = 1;
}

export function prologToken(engine: Engine): boolean {
  const { source } = engine;
  if (!engine.hasBegun) skipMark(engine);
  const { text, at } = source;
  if (at >= text.length) return false;
  if (!engine.hasBegun) {
    const end = xmlDeclaration(engine, true);
    if (end < 0) return false;
    engine.hasBegun = true;
    if (end > 0) {
      source.at = end;
      return true;
    }
  }
  if (skipSpace(engine, source)) return true;
  if (text[at] !== '<') return strayText(source);
  if (text.startsWith('<!--', at)) return comment(engine, source);
  if (text.startsWith('<?', at)) return processingInstruction(engine, source);
  if (text.startsWith('<!DOCTYPE', at)) return doctype(engine);
  if (text.length - at < 2 || mayBecome(text, at, '<!--') || mayBecome(text, at, '<!DOCTYPE')) return false;
  if (text[at + 1] === '!') return unknownDeclaration(text, at, at);
  if (nameAt(text, at + 1) === '') throw new XmlError('INVALID_TOKEN', at + 1);
  if (engine.usesForeignDtd) readExternalSubset(engine);
  engine.state = 'content';
  return true;
}

/** What stands where only markup may: an error that depends on whether it would be a token of a declaration. */
function strayText({ text, at, isFinal }: Source): boolean {
  const token = nameTokenAt(text, at);
  const next = at + token.length;
  if (token === '') throw new XmlError(/["'#%()*+,>?[\]|]/.test(text[at]) ? 'SYNTAX' : 'INVALID_TOKEN', at);
  if (next >= text.length && !isFinal) return false;
  const isToken = next >= text.length || /[ \t\r\n%()*+,>?[|]/.test(text[next]);
  throw new XmlError(isToken ? 'SYNTAX' : 'INVALID_TOKEN', isToken ? at : next);
}

export function skipSpace(engine: Engine, source: Source): boolean {
  const { text, at } = source;
  const space = spaceAt(text, at);
  if (space === 0) return false;
  source.at = at + space;
  engine.fallBack(text.slice(at, at + space));
  return true;
}

const DOCTYPE = new RegExp(
  `^<!DOCTYPE${S}+([^ \\t\\r\\n\\[>"']+)(?:${S}+(?:SYSTEM${S}+${QUOTED}|PUBLIC${S}+${QUOTED}${S}+${QUOTED}))?${S}*([\\[>])$`,
);
function doctype(engine: Engine): boolean {
  const { source, dtd, handlers } = engine;
  const { text, at } = source;
  const end = declarationEnd(text, at, /["'[>]/g);
  const wrong = invalidCharacter(text, at, end < 0 ? text.length : end);
  if (wrong >= 0) throw new XmlError('INVALID_TOKEN', wrong);
  if (end < 0) return false;
  const raw = text.slice(at, end);
  const found = DOCTYPE.exec(raw);
  if (found === null || nameAt(found[1], 0) !== found[1]) throw new XmlError('SYNTAX', at + '<!DOCTYPE'.length + 1);
  const [, name, system1, system2, public1, public2, system3, system4, close] = found;
  const systemId = system1 ?? system2 ?? system3 ?? system4 ?? null;
  const rawPublic = public1 ?? public2;
  engine.doctypeIds = [systemId, rawPublic === undefined ? null : publicId(rawPublic, at)];
  source.at = end;
  if (systemId !== null) {
    engine.usesForeignDtd = false;
    dtd.hasParameterReferences = true;
    engine.eventStart = at + raw.lastIndexOf(systemId) - 1;
    if (dtd.parameterEntityParsing === 0) checkStandalone(engine);
  }
  engine.eventStart = end - 1;
  if (handlers.startDoctype !== null) handlers.startDoctype(name, systemId, engine.doctypeIds[1], close === '[');
  else engine.fallBackTokens(raw);
  if (close === '[') engine.state = 'subset';
  else endDoctype(engine, '');
  return true;
}

export function checkStandalone(engine: Engine): void {
  const { dtd, handlers } = engine;
  if (dtd.isStandalone || handlers.notStandalone === null) return;
  if (!handlers.notStandalone()) throw new XmlError('NOT_STANDALONE');
}

function endDoctype(engine: Engine, raw: string): void {
  if (engine.doctypeIds[0] !== null || engine.usesForeignDtd) readExternalSubset(engine);
  engine.state = 'prolog';
  if (engine.handlers.endDoctype !== null) engine.handlers.endDoctype();
  else engine.fallBackTokens(raw);
}

/** The external subset of the document, or the one that the program puts in its place. */
function readExternalSubset(engine: Engine): void {
  const { dtd, handlers } = engine;
  const had = dtd.hasParameterReferences;
  const [systemId, publicIdentifier] = engine.doctypeIds;
  dtd.hasParameterReferences = true;
  engine.usesForeignDtd = false;
  if (dtd.parameterEntityParsing === 0 || handlers.externalEntity === null) return;
  dtd.wasRead = false;
  if (!handlers.externalEntity(null, engine.base, systemId, publicIdentifier))
    throw new XmlError('EXTERNAL_ENTITY_HANDLING');
  if (dtd.wasRead) checkStandalone(engine);
  else if (systemId === null) dtd.hasParameterReferences = had;
}

// ── Subsets ──────────────────────────────────────────────────────────────────────────────────────────────────────

export function subsetToken(engine: Engine): boolean {
  const { source } = engine;
  const { text, at } = source;
  if (text[at] !== ']') return subsetTokenOf(engine, source);
  const close = at + 1 + spaceAt(text, at + 1);
  if (close >= text.length) return false;
  if (text[close] !== '>') throw new XmlError('SYNTAX', close);
  source.at = close + 1;
  engine.eventStart = close;
  endDoctype(engine, text.slice(at, close + 1));
  return true;
}

export function externalSubsetToken(engine: Engine): boolean {
  const { source } = engine;
  const { text, at } = source;
  if (text.startsWith(']]>', at) && engine.includedSections > 0) {
    engine.includedSections--;
    source.at = at + 3;
    return true;
  }
  if (mayBecome(text, at, '<![') && text.length - at < 3) return false;
  if (text.startsWith('<![', at)) return conditionalSection(engine, source);
  return subsetTokenOf(engine, source);
}

function subsetTokenOf(engine: Engine, source: Source): boolean {
  const { text, at } = source;
  if (skipSpace(engine, source)) return true;
  if (text[at] === '%') return parameterReference(engine, source);
  if (text[at] !== '<')
    throw new XmlError(
      invalidCharacter(text, at, at + 1) >= 0 ? 'INVALID_TOKEN' : 'SYNTAX',
      placeIn(engine, source, at),
    );
  if (text.startsWith('<!--', at)) return comment(engine, source);
  if (text.startsWith('<?', at)) return processingInstruction(engine, source);
  if (text.length - at < 4) return false;
  return declaration(engine, source);
}

const placeIn = (engine: Engine, source: Source, at: number): number | undefined =>
  source === engine.source ? at : undefined;

function parameterReference(engine: Engine, source: Source): boolean {
  const { text, at } = source;
  const name = nameAt(text, at + 1);
  const end = at + 1 + name.length;
  if (end >= text.length) return false;
  if (name === '' || text[end] !== ';') throw new XmlError('INVALID_TOKEN', placeIn(engine, source, end));
  source.at = end + 1;
  const { dtd } = engine;
  const entity = dtd.parameter.get(name);
  const mustExist = engine.kind === 'document' && (dtd.isStandalone || !dtd.hasParameterReferences);
  dtd.hasParameterReferences = true;
  if (dtd.parameterEntityParsing === 0) {
    dtd.keepsProcessing = dtd.isStandalone;
    checkStandalone(engine);
    engine.fallBack(text.slice(at, end + 1));
  } else if (readParameterEntity(engine, name, entity, mustExist)) checkStandalone(engine);
  return true;
}

/** Whether anything was read, so that the document may depend on it. */
function readParameterEntity(engine: Engine, name: string, entity: Entity | undefined, mustExist: boolean): boolean {
  const { dtd, handlers } = engine;
  if (entity === undefined) {
    if (mustExist) throw new XmlError('UNDEFINED_ENTITY');
    dtd.keepsProcessing = dtd.isStandalone;
    handlers.skippedEntity?.(name, true);
    return false;
  }
  if (entity.isOpen) throw new XmlError('RECURSIVE_ENTITY_REF');
  entity.isOpen = true;
  if (entity.text !== undefined) readDeclarations(engine, entity.text);
  else if (handlers.externalEntity === null) dtd.keepsProcessing = dtd.isStandalone;
  else {
    dtd.wasRead = false;
    if (!handlers.externalEntity(null, entity.base, entity.systemId, entity.publicId))
      throw new XmlError('EXTERNAL_ENTITY_HANDLING');
    if (!dtd.wasRead) dtd.keepsProcessing = dtd.isStandalone;
  }
  entity.isOpen = false;
  return entity.text === undefined && dtd.wasRead;
}

/** The text of an internal parameter entity between declarations: it holds whole declarations. */
function readDeclarations(engine: Engine, text: string): void {
  engine.countExpansion(text.length);
  const source: Source = { text, at: 0, isFinal: true };
  while (source.at < text.length) {
    const isDone =
      text.startsWith('<![', source.at) && engine.kind === 'subset'
        ? conditionalSection(engine, source)
        : subsetTokenOf(engine, source);
    if (!isDone) throw new XmlError('INCOMPLETE_PE');
  }
}
