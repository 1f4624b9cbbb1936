/**
 * Lists what CPython's builtin types and modules have and Typhon's do not, or have otherwise: `npm run whats-left -- [PATTERN]`.
 *
 * Both are asked by tools/inventory/inventory.py: CPython by the command in TYPHON_ORACLE, Typhon by the shipped bundle. Compared are the
 * names in modules, the members of types, kinds, signatures, whether there is a docstring, bases, and what type.__flags__ tells.
 * whats-left.txt explains what stays as it is (reasons.ts). The exit status is 1 if an entry has no reason, or a reason no entry.
 */
import { spawnSync } from 'node:child_process';
import { requireOracle } from './oracle/oracle.ts';
import { readReasons } from './reasons.ts';

type Facts = Readonly<Record<string, unknown>>;
type Entries = Readonly<Record<string, Facts>>;

interface Inventory {
  readonly builtin: readonly string[];
  readonly modules: Readonly<Record<string, Entries>>;
}

/** An entry: `module:path` and what is the matter, as patterns see it; and the two sides for the reader. */
interface Difference {
  readonly entry: string;
  readonly detail: string;
}

const INVENTORY = 'tools/inventory/inventory.py';
const REASONS = 'tools/whats-left.txt';

function inventory(command: readonly string[], modules: readonly string[]): Inventory {
  const result = spawnSync(command[0], [...command.slice(1), INVENTORY, ...modules], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (result.status !== 0) throw new Error(`${command.join(' ')} ended with status ${result.status}`);
  return JSON.parse(result.stdout);
}

function compareModule(name: string, theirs: Entries, ours: Entries): Difference[] {
  const found: Difference[] = [];
  for (const path of new Set([...Object.keys(theirs), ...Object.keys(ours)])) {
    // A type that is missing says so once, not with every member.
    const owner = path.slice(0, path.lastIndexOf('.'));
    if (owner !== '' && (theirs[owner] === undefined || ours[owner] === undefined) && owner in { ...theirs, ...ours })
      continue;
    found.push(...compareEntry(`${name}:${path}`, theirs[path], ours[path]));
  }
  return found;
}

function compareEntry(path: string, theirs: Facts | undefined, ours: Facts | undefined): Difference[] {
  const show = (value: unknown): string => JSON.stringify(value) ?? '-';
  if (ours === undefined) return [{ entry: `${path} missing`, detail: `${theirs!.kind} ${theirs!.signature ?? ''}` }];
  if (theirs === undefined) return [{ entry: `${path} ours only`, detail: `${ours.kind} ${ours.signature ?? ''}` }];
  // What both inherit is reported of the base. A docstring too many is no defect.
  if (theirs.inherited && ours.inherited) return [];
  return [...new Set([...Object.keys(theirs), ...Object.keys(ours)])]
    .filter((fact) => show(theirs[fact]) !== show(ours[fact]) && fact !== 'inherited')
    .filter((fact) => fact !== 'documented' || theirs.documented)
    .map((fact) => ({ entry: `${path} ${fact}`, detail: `CPython ${show(theirs[fact])}, here ${show(ours[fact])}` }));
}

function compareInventories(theirs: Inventory, ours: Inventory): Difference[] {
  const missing = theirs.builtin.filter((name) => !ours.builtin.includes(name));
  return [
    ...missing.map((name) => ({ entry: `module ${name} missing`, detail: '' })),
    ...Object.keys(ours.modules).flatMap((name) =>
      theirs.modules[name] === undefined
        ? [{ entry: `module ${name} ours only`, detail: '' }]
        : compareModule(name, theirs.modules[name], ours.modules[name]),
    ),
  ];
}

function main(): void {
  const selection = process.argv[2] ?? '';
  const typhon = [process.execPath, 'dist/cli.mjs'];
  const names = inventory(typhon, []).builtin;
  const differences = compareInventories(inventory([requireOracle()], names), inventory(typhon, names));
  const patterns = readReasons(REASONS).flatMap((reason) => reason.patterns);
  const unexplained = differences.filter(({ entry }) => !patterns.some(({ test }) => test.test(entry)));
  const stale = patterns.filter(({ test }) => !differences.some(({ entry }) => test.test(entry)));
  for (const { entry, detail } of unexplained.sort((a, b) => (a.entry < b.entry ? -1 : 1)))
    if (entry.includes(selection)) console.log(`${entry}: ${detail}`);
  for (const { text } of stale) console.log(`no such entry any more: ${text}`);
  const explained = differences.length - unexplained.length;
  console.log(
    `${names.length} modules, ${unexplained.length} entries left, ${explained} more with a reason in ${REASONS}`,
  );
  process.exitCode = unexplained.length + stale.length > 0 ? 1 : 0;
}

main();
