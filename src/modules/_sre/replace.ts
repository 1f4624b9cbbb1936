/** `sub`, `subn`, `split` and `findall` of patterns. */
import { error, orThrow } from '../../objspace/exception.ts';
import type { Value } from '../../objspace/object.ts';
import { call } from '../../objspace/operations.ts';
import { typeOf } from '../../objspace/type.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { MAX_ITEMS } from '../../util/limits.ts';
import { PyMatch } from './match.ts';
import { type PyPattern, Search } from './pattern-object.ts';
import type { Subject } from './subject.ts';
import { joinPieces, parseReplacement, pieces, PyTemplate } from './template.ts';

/** Appends what replaces the last match of a search. */
type Replacer = (search: Search, items: Value[]) => void;

function replacerOf(pattern: PyPattern, replacement: Value): Replacer {
  if (typeOf(replacement).slots.call !== undefined) {
    return (search, items) => {
      const value = orThrow(call(replacement, [new PyMatch(search)]));
      if (value !== null) items.push(value);
    };
  }
  const parsed = parseReplacement(pattern, replacement);
  if (parsed instanceof PyTemplate) return (search, items) => void items.push(...pieces(parsed, search));
  return (_search, items) => void (parsed !== null && items.push(parsed));
}

/** Pieces that are gathered before they are joined. */
const MANY = 1 << 16;

/** Adds an item of a list that is made, while there is room for another. */
function add(items: Value[], item: Value): void {
  if (items.length >= MAX_ITEMS - 1) throw error('MemoryError');
  items.push(item);
}

/** The new text and the number of replacements. A limit of 0 is none, a negative one allows nothing. */
export function substitute(
  pattern: PyPattern,
  replacement: Value,
  string: Value,
  limit: number,
): { text: Value; count: number } {
  const replace = replacerOf(pattern, replacement);
  const subject = orThrow(pattern.subjectOf(string)) as Subject;
  const search = new Search(pattern, subject, 0, subject.length);
  let items: Value[] = [];
  /** What has been joined, and of how many pieces. */
  const runs: Value[] = [];
  let joined = 0;
  let done = 0;
  let count = 0;
  while ((limit === 0 || count < limit) && orThrow(search.find())) {
    if (done < search.start) items.push(subject.slice(done, search.start));
    replace(search, items);
    if (items.length >= MANY) {
      runs.push(joinPieces(items, subject.isBytes, joined));
      joined += items.length;
      items = [];
    }
    done = search.end;
    count++;
  }
  if (done < subject.length) items.push(subject.slice(done, subject.length));
  search.finish();
  if (joined + items.length === 0) return { text: subject.empty, count };
  const rest = joinPieces(items, subject.isBytes, joined);
  return { text: runs.length === 0 ? rest : joinPieces([...runs, rest], subject.isBytes), count };
}

/** The parts between the matches, with the groups of each; limits as above. */
export function splitSubject(pattern: PyPattern, string: Value, limit: number): Value {
  const subject = orThrow(pattern.subjectOf(string)) as Subject;
  const search = new Search(pattern, subject, 0, subject.length);
  const items: Value[] = [];
  let done = 0;
  for (let count = 0; (limit === 0 || count < limit) && orThrow(search.find()); count++) {
    add(items, subject.slice(done, search.start));
    for (let number = 1; number <= pattern.groups; number++) {
      const group = search.group(number);
      add(items, group === undefined ? null : group);
    }
    done = search.end;
  }
  search.finish();
  items.push(subject.slice(done, subject.length));
  return PyList.of(items);
}

/** Each match: its text, that of its group, or a tuple of its groups. */
export function findAll(pattern: PyPattern, string: Value, from: number, to: number): Value {
  const subject = orThrow(pattern.subjectOf(string)) as Subject;
  const search = new Search(pattern, subject, from, to);
  const items: Value[] = [];
  const { groups } = pattern;
  while (orThrow(search.find())) add(items, groups <= 1 ? groupText(search, groups) : groupTexts(search, groups));
  search.finish();
  return PyList.of(items);
}

function groupText(search: Search, number: number): Value {
  const group = search.group(number);
  return group === undefined ? search.subject.empty : group;
}

function groupTexts(search: Search, groups: number): Value {
  if (groups === 2) return new PyTuple(null, groupText(search, 1), groupText(search, 2));
  const texts: Value[] = [];
  for (let number = 1; number <= groups; number++) texts.push(groupText(search, number));
  return new PyTuple(texts);
}
