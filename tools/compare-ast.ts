/**
 * Compares our syntax trees with CPython's, file by file:
 *
 *   python3.14 tools/oracle/dump-ast.py FOLDER ...        once, writes build/oracle/ast-lib.jsonl
 *   node tools/run.mjs tools/compare-ast.ts [--hashes FILE] [--only TEXT] [--type-comments]
 *   node tools/run.mjs tools/compare-ast.ts --show FILE   prints our dump, to be compared with dump-ast.py --show
 *
 * Equal means the same SHA-1 of `ast.dump(tree, include_attributes=True)`, or a refusal with the same class, text
 * and position. Exit status 1 if a file differs.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dump } from '../src/syntax/ast-dump.ts';
import { TYPE_COMMENTS } from '../src/syntax/parser/options.ts';
import { parseSource } from '../src/syntax/parser/parse.ts';
import { describeRefusal, type Refusal } from './front-end.ts';

interface Entry {
  path: string;
  sha1?: string;
  error?: Refusal;
}

const { values: options } = parseArgs({
  options: {
    hashes: { type: 'string' },
    only: { type: 'string' },
    show: { type: 'string' },
    'type-comments': { type: 'boolean', default: false },
  },
});
const flags = options['type-comments'] ? TYPE_COMMENTS : 0;

if (options.show !== undefined) {
  console.log(
    dump(parseSource(readFileSync(options.show), options.show, 'exec'), { includeAttributes: true, indent: 1 }),
  );
} else {
  process.exitCode = compareAll(options.hashes ?? 'build/oracle/ast-lib.jsonl', options.only ?? '');
}

function compareAll(hashes: string, only: string): number {
  const lines = readFileSync(hashes, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const entries = lines.map((line) => JSON.parse(line) as Entry).filter((entry) => entry.path.includes(only));
  let equal = 0;
  for (const entry of entries) {
    const difference = compare(entry);
    if (difference === undefined) equal++;
    else console.log(`${entry.path}: ${difference}`);
  }
  const share = ((100 * equal) / entries.length).toFixed(2);
  console.log(`${equal} of ${entries.length} files equal (${share} %)`);
  return equal === entries.length ? 0 : 1;
}

/** What differs, or undefined if nothing does. */
function compare(entry: Entry): string | undefined {
  let ours: string;
  try {
    const tree = parseSource(readFileSync(entry.path), entry.path, 'exec', { flags });
    ours = createHash('sha1')
      .update(dump(tree, { includeAttributes: true }))
      .digest('hex');
  } catch (error) {
    return compareRefusals(entry, error);
  }
  if (entry.error !== undefined) return `is accepted; CPython says ${summary(entry.error)}`;
  return ours === entry.sha1 ? undefined : 'another tree';
}

function compareRefusals(entry: Entry, error: unknown): string | undefined {
  const refusal = describeRefusal(error);
  if (refusal === undefined) return `internal error: ${(error as Error)?.stack ?? error}`;
  if (entry.error === undefined) return `is refused: ${summary(refusal)}`;
  const [ours, theirs] = [summary(refusal), summary(entry.error)];
  return ours === theirs ? undefined : `is refused with ${ours}; CPython says ${theirs}`;
}

function summary(refusal: Refusal): string {
  const { lineno, offset, end_lineno, end_offset } = refusal;
  return `${refusal.class}: ${refusal.msg} at ${lineno}:${offset}-${end_lineno}:${end_offset}`;
}
