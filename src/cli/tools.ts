/** `typhon ast FILE`, `typhon dis FILE`, `typhon check FILE...`: the front end at work, without running anything. */
import { disassemble } from '../bytecode/disassembler.ts';
import type { Host } from '../host/host.ts';
import { HostError } from '../host/host.ts';
import { compileSource } from '../compiler/compile.ts';
import { dump } from '../syntax/ast-dump.ts';
import { parseSource } from '../syntax/parser/parse.ts';
import { PySyntaxError, SourceError, type SourceWarning } from '../syntax/syntax-error.ts';
import { sourceFromBytes } from '../syntax/decode-source.ts';
import { summaryOf } from './jitlog.ts';
import { ERRNO_BY_NAME, errnoMessage } from '../util/errno.ts';

type Write = (fd: number, text: string) => void;

export const TOOLS: ReadonlySet<string | undefined> = new Set(['ast', 'dis', 'check', 'jitlog']);

function readFile(host: Host, path: string): Uint8Array {
  const fd = host.files.open(path, 0, 0);
  try {
    const bytes = new Uint8Array(host.files.fstat(fd).size);
    let offset = 0;
    while (offset < bytes.length) {
      const count = host.files.read(fd, bytes.subarray(offset));
      if (typeof count !== 'number' || count === 0) break;
      offset += count;
    }
    return bytes.subarray(0, offset);
  } finally {
    host.files.close(fd);
  }
}

/** A refusal as CPython prints it on a traceback's last lines. */
export function refusalText(error: SourceError, lines: readonly string[] | undefined): string {
  const last = `${error.kind}: ${error.message}\n`;
  if (!(error instanceof PySyntaxError) || error.lineno === undefined) return last;
  const text = error.text ?? lines?.[error.lineno - 1];
  return `  File "${error.filename}", line ${error.lineno}\n${text === undefined ? '' : marked(error, text)}${last}`;
}

function marked(error: PySyntaxError, text: string): string {
  const line = text.replace(/[\n\f\r]+$/, '');
  const shown = line.replace(/^[ \t\f]+/, '');
  if (error.offset === undefined || error.offset < 1) return `    ${shown}\n`;
  const cut = line.length - shown.length;
  const begin = error.offset - 1 - cut;
  const sameLine = error.endLineno === undefined || error.endLineno === error.lineno;
  let end = error.endOffset === undefined || error.endOffset < 1 || !sameLine ? begin + 1 : error.endOffset - 1 - cut;
  if (!sameLine) end = shown.length;
  if (begin < 0) return `    ${shown}\n`;
  return `    ${shown}\n    ${' '.repeat(begin)}${'^'.repeat(Math.max(end - begin, 1))}\n`;
}

function showWarning(write: Write, warning: SourceWarning): void {
  write(2, `${warning.filename}:${warning.lineno}: ${warning.category}: ${warning.message}\n`);
}

interface Job {
  readonly host: Host;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly write: Write;
}

/** Colours are for terminals, unless NO_COLOR is set to anything (no-color.org). */
function isColoured({ files, environment }: Host): boolean {
  return files.isatty(1) && !environment.get('NO_COLOR');
}

/** Lines of source files, read when they are first asked for. */
function linesFrom(host: Host): (path: string, line: number) => string | undefined {
  const known = new Map<string, readonly string[]>();
  return (path, line) => {
    let lines = known.get(path);
    if (lines === undefined) {
      lines = readLines(host, path);
      known.set(path, lines);
    }
    return lines[line - 1];
  };
}

/** None if the file is not there any more. */
function readLines(host: Host, path: string): readonly string[] {
  try {
    return sourceLines(readFile(host, path), path) ?? [];
  } catch (thrown) {
    if (thrown instanceof HostError) return [];
    throw thrown;
  }
}

const JOBS: Record<string, (job: Job) => void> = {
  ast: ({ path, bytes, write }) => write(1, `${dump(parseSource(bytes, path, 'exec'), { indent: 2 })}\n`),
  dis: ({ path, bytes, write }) => write(1, disassemble(compileSource(bytes, path, 'exec'))),
  jitlog: ({ host, bytes, write }) =>
    write(1, summaryOf(new TextDecoder().decode(bytes), linesFrom(host), isColoured(host))),
  check: ({ path, bytes, write }) => {
    compileSource(bytes, path, 'exec', { warn: (warning) => showWarning(write, warning) });
  },
};

function sourceLines(bytes: Uint8Array, path: string): string[] | undefined {
  try {
    return sourceFromBytes(bytes, path).text.split('\n');
  } catch {
    return undefined;
  }
}

/** Answers the exit status: 1 if a file is refused, 2 if one cannot be read. */
export function runTool(host: Host, name: string, paths: readonly string[], write: Write): number {
  if (paths.length === 0) {
    write(2, `usage: typhon ${name} FILE${name === 'check' ? ' ...' : ''}\n`);
    return 2;
  }
  let status = 0;
  for (const path of paths) {
    const bytes = bytesOrErrno(host, path);
    if (typeof bytes === 'number') {
      write(2, `typhon ${name}: can't open file '${path}': [Errno ${bytes}] ${errnoMessage(bytes)}\n`);
      status = 2;
    } else status = Math.max(status, runJob(name, { host, path, bytes, write }));
  }
  return status;
}

function bytesOrErrno(host: Host, path: string): Uint8Array | number {
  try {
    return readFile(host, path);
  } catch (thrown) {
    if (!(thrown instanceof HostError)) throw thrown;
    return ERRNO_BY_NAME.get(thrown.code) ?? 5;
  }
}

function runJob(name: string, job: Job): number {
  try {
    JOBS[name](job);
    return 0;
  } catch (thrown) {
    if (!(thrown instanceof SourceError)) throw thrown;
    job.write(2, refusalText(thrown, sourceLines(job.bytes, job.path)));
    return 1;
  }
}
