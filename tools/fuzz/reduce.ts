/**
 * Makes a program smaller as long as a property holds: statements go in halves, quarters ... and one by one, blocks replace the
 * statements around them, and expressions give way to their parts.
 */
import type { ProgramServer } from './server.ts';

type Kind = 'statements' | 'blocks' | 'expressions';

const MOST_TRIALS = 400;
const HEADER = 'from observe import *';

export async function reduce(
  source: string,
  server: ProgramServer,
  holds: (source: string) => Promise<boolean>,
): Promise<string> {
  const reduction = new Reduction(source, server, holds);
  let before: string;
  do {
    before = reduction.source;
    await reduction.dropStatements();
    await reduction.oneByOne('blocks');
    await reduction.oneByOne('expressions');
  } while (reduction.source !== before && reduction.trials < MOST_TRIALS);
  return reduction.source;
}

class Reduction {
  source: string;
  trials: number;
  private readonly server: ProgramServer;
  private readonly holds: (source: string) => Promise<boolean>;

  constructor(source: string, server: ProgramServer, holds: (source: string) => Promise<boolean>) {
    this.source = source;
    this.trials = 0;
    this.server = server;
    this.holds = holds;
  }

  /** In chunks that halve: the statements are numbered in the order of the tree, so a chunk is a part of the program. */
  async dropStatements(): Promise<void> {
    let count = await this.count('statements');
    for (let size = count >> 1; size > 0; size = size >> 1) {
      for (let at = 0; at < count && this.trials < MOST_TRIALS; ) {
        const numbers = Array.from({ length: Math.min(size, count - at) }, (_, index) => at + index);
        if (await this.attempt('statements', numbers)) count = await this.count('statements');
        else at += size;
      }
    }
  }

  async oneByOne(kind: Kind): Promise<void> {
    let count = await this.count(kind);
    for (let at = 0; at < count && this.trials < MOST_TRIALS; ) {
      if (await this.attempt(kind, [at])) count = await this.count(kind);
      else at++;
    }
  }

  private async ask(kind: Kind, numbers: number[]): Promise<{ source: string | null; count: number }> {
    return this.server.ask({ ask: 'smaller', source: this.source, kind, numbers });
  }

  private async count(kind: Kind): Promise<number> {
    return (await this.ask(kind, [])).count;
  }

  private async attempt(kind: Kind, numbers: number[]): Promise<boolean> {
    this.trials++;
    const { source } = await this.ask(kind, numbers);
    if (source === null || source.length >= this.source.length || !source.includes(HEADER)) return false;
    if (!(await this.holds(source))) return false;
    this.source = source;
    return true;
  }
}
