/**
 * A process that answers questions about programs, with a limit on time: it is started again when it hangs or dies.
 */
import { OracleProcess } from '../oracle/oracle.ts';

export interface Run {
  trace: string;
  /** How the program failed to be a program: out of time, a dead process, an interpreter that is no longer sound. */
  failure: string | null;
  seconds: number;
}

const SCRIPT = 'tools/fuzz/programs/serve.py';

export class ProgramServer {
  private readonly command: string;
  private readonly options: string[];
  private readonly limit: number;
  private process: OracleProcess | undefined;

  constructor(command: string, options: string[], limit: number) {
    this.command = command;
    this.options = options;
    this.limit = limit;
    this.process = undefined;
  }

  async ask<Answer>(question: object): Promise<Answer> {
    this.process ??= new OracleProcess(this.command, SCRIPT, this.options);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('time')), this.limit);
    });
    try {
      return await Promise.race([this.process.request<Answer>(question), late]);
    } catch (error) {
      this.restart();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Runs a program; the end of the process is how the program failed. */
  async run(source: string): Promise<Run> {
    try {
      const run = await this.ask<Run>({ ask: 'run', source });
      if (run.failure !== null) this.restart(); // it may be unsound
      return run;
    } catch (error) {
      return { trace: '', failure: (error as Error).message, seconds: this.limit / 1000 };
    }
  }

  restart(): void {
    this.process?.kill();
    this.process = undefined;
  }
}
