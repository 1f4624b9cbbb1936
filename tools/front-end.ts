/**
 * Our front end as the measuring tools see it: one function from a source to what became of it.
 *
 * The tools compare this with the same facts of CPython (tools/oracle/outcome.py), so the names of the fields are
 * Python's. Anything but a Python-level refusal is thrown on: it is a defect of ours that the tools report.
 */
import { compileSource } from '../src/compiler/compile.ts';
import { PySyntaxError } from '../src/syntax/errors.ts';
import { parseSource } from '../src/syntax/parser/parse.ts';

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
