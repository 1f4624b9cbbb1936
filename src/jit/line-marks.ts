/** Comments that say which line of Python the JavaScript behind them is of: `// 12` in the unit's own code, `// half 3` in what is inlined. */
import { positionAt } from '../bytecode/position-table.ts';
import type { Context } from './context.ts';

export class LineMarks {
  private context: Context | null;
  private line: number;

  constructor() {
    this.context = null;
    this.line = 0;
  }

  /** The comment for what follows; `undefined` if it is of the same line as what stands before it. */
  at(context: Context, pc: number): string | undefined {
    const { code } = context.runtime;
    const { line } = positionAt(code, pc);
    if (line <= 0 || (line === this.line && context === this.context)) return undefined;
    this.context = context;
    this.line = line;
    return context.parent === null ? `// ${line}` : `// ${code.qualname} ${line}`;
  }
}
