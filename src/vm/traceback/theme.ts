/** Colours of tracebacks: those of CPython 3.14's default theme, and when to use them. */
import type { Host } from '../../host/host.ts';

export interface Theme {
  readonly type: string;
  readonly message: string;
  readonly filename: string;
  readonly line: string;
  readonly frame: string;
  readonly errorHighlight: string;
  readonly errorRange: string;
  readonly reset: string;
}

const MAGENTA = '\x1b[35m';
const BOLD_MAGENTA = '\x1b[1;35m';
const RED = '\x1b[31m';
const BOLD_RED = '\x1b[1;31m';

export const COLOURED: Theme = {
  type: BOLD_MAGENTA,
  message: MAGENTA,
  filename: MAGENTA,
  line: MAGENTA,
  frame: MAGENTA,
  errorHighlight: BOLD_RED,
  errorRange: RED,
  reset: '\x1b[0m',
};

export const PLAIN: Theme = {
  type: '',
  message: '',
  filename: '',
  line: '',
  frame: '',
  errorHighlight: '',
  errorRange: '',
  reset: '',
};

const STDERR = 2;

/** Whether what is written to the standard error stream may have colours. */
export function wantsColour(host: Host, ignoresEnvironment: boolean): boolean {
  const { environment } = host;
  const isSet = (name: string): boolean => (environment.get(name) ?? '') !== '';
  if (!ignoresEnvironment) {
    const choice = environment.get('PYTHON_COLORS');
    if (choice === '0') return false;
    if (choice === '1') return true;
  }
  if (isSet('NO_COLOR')) return false;
  if (isSet('FORCE_COLOR')) return true;
  return environment.get('TERM') !== 'dumb' && host.files.isatty(STDERR);
}
