/**
 * Compares the code objects of source files with CPython's: names, variables, flags, docstrings.
 *
 *   TYPHON_ORACLE=python3.14 node tools/run.mjs tools/compare-code.ts [--list N] [--optimize N] PATH...
 *
 * Instructions are ours alone; what programs can see of a code object beside them is compared. Code objects are paired
 * by qualified name and first line. Differences that are meant and not counted:
 *   - a variable of a comprehension may have the name of another variable, and a register of its own;
 *   - variables that are cells are not local variables besides, in comprehensions either;
 *   - a module's `__conditional_annotations__` is a plain variable of it and no cell;
 *   - the hidden function around type parameters has a parameter for defaults only if there are any.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CO_HAS_DOCSTRING, CO_VARARGS, CO_VARKEYWORDS, Code } from '../src/bytecode/code.ts';
import { type ConstantValue, isStrConstant, strText } from '../src/bytecode/constants.ts';
import { compileSource } from '../src/compiler/compile.ts';
import { SourceError } from '../src/syntax/syntax-error.ts';
import { OracleProcess, requireOracle } from './oracle/oracle.ts';

interface Description {
  qualname: string;
  name: string;
  firstline: number;
  argcount: number;
  posonlyargcount: number;
  kwonlyargcount: number;
  varnames: string[];
  cellvars: string[];
  freevars: string[];
  flags: number;
  doc: string | null;
}

interface Answer {
  error: string | null;
  codes: Description[];
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'string', default: '20' }, optimize: { type: 'string', default: '0' } },
});
const optimize = Number(options.optimize);
const limit = Number(options.list);
const differences = new Map<string, string[]>();
let compared = 0;

function pythonFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.py'));
  return files.map((entry) => join(entry.parentPath, entry.name)).sort();
}

function note(kind: string, text: string): void {
  const list = differences.get(kind);
  if (list === undefined) differences.set(kind, [text]);
  else list.push(text);
}

/** Names in the order of their first occurrence. */
function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}

/** A description without what is meant to differ. */
function adapted(code: Description, cells: ReadonlySet<string>): Description {
  const parameters = code.varnames.slice(0, parameterCount(code));
  const rest = code.varnames.slice(parameters.length);
  const locals = rest.filter((name) => !cells.has(name) && name !== '.defaults');
  const cellvars = code.cellvars.filter((name) => name !== '__conditional_annotations__' || code.name !== '<module>');
  return { ...code, varnames: [...parameters, ...locals], cellvars };
}

function comparePair(file: string, ours: Description, theirs: Description): void {
  const cells = new Set([...ours.cellvars, ...theirs.cellvars]);
  compareOne(file, adapted(ours, cells), adapted(theirs, cells));
}

function docOf(constant: ConstantValue | undefined): string | null {
  return constant !== undefined && isStrConstant(constant) ? strText(constant) : null;
}

function describe(code: Code, found: Description[]): void {
  found.push({
    qualname: code.qualname,
    name: code.name,
    firstline: code.firstLine,
    argcount: code.argcount,
    posonlyargcount: code.posonlyargcount,
    kwonlyargcount: code.kwonlyargcount,
    varnames: distinct(code.varnames),
    cellvars: distinct(code.cellvars),
    freevars: code.freevars,
    flags: code.flags,
    doc: code.flags & CO_HAS_DOCSTRING ? docOf(code.constants[0]) : null,
  });
  for (const constant of code.constants) if (constant instanceof Code) describe(constant, found);
}

function grouped(codes: readonly Description[]): Map<string, Description[]> {
  const groups = new Map<string, Description[]>();
  for (const code of codes) {
    const key = `${code.qualname}:${code.firstline}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [code]);
    else group.push(code);
  }
  return groups;
}

const PLAIN = ['name', 'argcount', 'posonlyargcount', 'kwonlyargcount', 'flags', 'doc'] as const;
const SETS = ['cellvars', 'freevars'] as const;

function parameterCount({ argcount, kwonlyargcount, flags }: Description): number {
  return argcount + kwonlyargcount + (flags & CO_VARARGS ? 1 : 0) + (flags & CO_VARKEYWORDS ? 1 : 0);
}

/** Code objects with the same name and line are paired by what they look like. */
function order({ varnames, argcount }: Description): number {
  let hash = argcount;
  for (const character of varnames.join()) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
  return hash;
}

function compareOne(file: string, ours: Description, theirs: Description): void {
  compared++;
  const where = `${file}: ${ours.qualname}:${ours.firstline}`;
  for (const field of PLAIN) {
    if (ours[field] !== theirs[field]) note(field, `${where}: ${ours[field]} for ${theirs[field]}`);
  }
  for (const field of SETS) {
    const [a, b] = [[...ours[field]].sort().join(), [...theirs[field]].sort().join()];
    if (a !== b) note(field, `${where}: ${a} for ${b}`);
  }
  const count = parameterCount(theirs);
  const [a, b] = [ours.varnames, theirs.varnames];
  if (a.slice(0, count).join() !== b.slice(0, count).join()) note('parameters', `${where}: ${a} for ${b}`);
  if ([...a].sort().join() !== [...b].sort().join()) note('varnames', `${where}: ${a} for ${b}`);
  else if (a.join() !== b.join()) note('order of varnames', `${where}: ${a} for ${b}`);
}

function compare(file: string, ours: readonly Description[], theirs: readonly Description[]): void {
  const mine = grouped(ours);
  for (const [key, group] of grouped(theirs)) {
    const own = mine.get(key) ?? [];
    mine.delete(key);
    if (group.length > 1) for (const list of [group, own]) list.sort((a, b) => order(a) - order(b));
    for (let i = 0; i < Math.max(group.length, own.length); i++) {
      if (own[i] === undefined) note('missing', `${file}: ${key}`);
      else if (group[i] === undefined) note('superfluous', `${file}: ${key}`);
      else comparePair(file, own[i], group[i]);
    }
  }
  for (const key of mine.keys()) note('superfluous', `${file}: ${key}`);
}

function compileOurs(file: string): { error: string | null; codes: Description[] } {
  const codes: Description[] = [];
  try {
    describe(compileSource(readFileSync(file), file, 'exec', { optimize }), codes);
    return { error: null, codes };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { error: `${error.kind}: ${error.message}`, codes };
  }
}

const oracle = new OracleProcess(requireOracle(), 'tools/oracle/describe-code.py');
const files = positionals.flatMap(pythonFiles);
await Promise.all(
  files.map(async (file) => {
    const theirs = await oracle.request<Answer>({ file, optimize });
    const ours = compileOurs(file);
    if ((ours.error === null) !== (theirs.error === null))
      note('refused', `${file}: ${ours.error} for ${theirs.error}`);
    else compare(file, ours.codes, theirs.codes);
  }),
);
oracle.end();
for (const [kind, list] of differences) {
  console.log(`${kind}: ${list.length}`);
  for (const text of list.slice(0, limit)) console.log(`  ${text}`);
}
console.log(`${files.length} files, ${compared} code objects compared`);
process.exitCode = differences.size > 0 ? 1 : 0;
