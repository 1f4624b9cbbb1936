/**
 * Our front end as the measuring tools see it: one function from a source to what became of it.
 *
 * The tools compare this with the same facts of CPython (tools/oracle/outcome.py), so the names of the fields are
 * Python's. Anything but a Python-level refusal is thrown on: it is a defect of ours that the tools report.
 */
import { compileSource } from '../src/compiler/compile.ts';
import { parseSource } from '../src/syntax/parser/parse.ts';
import { PySyntaxError, SourceError, type SourceWarning } from '../src/syntax/syntax-error.ts';

export type Mode = 'exec' | 'eval' | 'single' | 'func_type';
export type Stage = 'parse' | 'compile';

export interface Refusal {
  class: string;
  msg: string;
  lineno: number | null;
  offset: number | null;
  end_lineno: number | null;
  end_offset: number | null;
  text: string | null;
}

export interface Warning {
  category: string;
  msg: string;
  lineno: number;
}

export interface Outcome {
  error: Refusal | null;
  warnings: Warning[];
}

export interface Request {
  source: string | Uint8Array;
  mode: Mode;
  flags?: number;
  optimize?: number;
}

/** Parses, or parses and compiles, one source. Throws what is not a Python-level refusal. */
export function runFrontEnd(request: Request, stage: Stage): Outcome {
  const warnings: Warning[] = [];
  const warn = ({ category, message, lineno }: SourceWarning) => {
    warnings.push({ category, msg: message, lineno });
  };
  const { source, mode, flags = 0, optimize = -1 } = request;
  try {
    const run = stage === 'parse' || mode === 'func_type' ? parseSource : compileSource;
    run(source, '<string>', mode, { flags, optimize, warn });
    return { error: null, warnings };
  } catch (error) {
    const refusal = describeRefusal(error);
    if (refusal === undefined) throw error;
    return { error: refusal, warnings };
  }
}

/** The fields of a refusal as Python shows them, or undefined for an error of the host. */
export function describeRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof SourceError)) return undefined;
  const place = error instanceof PySyntaxError ? error : undefined;
  return {
    class: error.kind,
    msg: error.message,
    lineno: place?.lineno ?? null,
    offset: place?.offset ?? null,
    end_lineno: place?.endLineno ?? null,
    end_offset: place?.endOffset ?? null,
    text: place?.text ?? null,
  };
}
