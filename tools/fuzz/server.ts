/**
 * A process that answers questions about programs, with a limit on time: it is started again when it hangs or dies.
 */
import { OracleProcess } from '../oracle/oracle.ts';

export interface Run {
  source: string;
  trace: string;
  /** How the program failed to be a program: out of time, a dead process, an interpreter that is no longer sound. */
  failure: string | null;
}

const SCRIPT = 'tools/fuzz/programs/serve.py';

export class ProgramServer {
  private readonly command: string;
  private readonly options: string[];
  private readonly environment: Record<string, string>;
  private readonly limit: number;
  private process: OracleProcess | undefined;

  constructor(command: string, options: string[], limit: number, environment: Record<string, string> = {}) {
    this.command = command;
    this.options = options;
    this.environment = environment;
    this.limit = limit;
    this.process = undefined;
  }

  async ask<Answer>(question: object): Promise<Answer> {
    this.process ??= new OracleProcess(this.command, SCRIPT, this.options, this.environment);
    return this.inTime(this.process.request<Answer>(question));
  }

  /**
   * The answers to questions that each run a program. All are put at once, so that the process never waits for this one; when it hangs
   * or dies it was at the first question without an answer, and a new process goes on behind it.
   */
  async runAll(questions: readonly object[]): Promise<Run[]> {
    const runs: Run[] = [];
    while (runs.length < questions.length) await this.runOn(questions, runs);
    return runs;
  }

  async run(source: string): Promise<Run> {
    return (await this.runAll([{ ask: 'run', source, check: true }]))[0]!;
  }

  private async runOn(questions: readonly object[], runs: Run[]): Promise<void> {
    this.process ??= new OracleProcess(this.command, SCRIPT, this.options, this.environment);
    const { process } = this;
    const answers = questions.slice(runs.length).map((question) => process.request<Run>(question));
    for (const answer of answers) answer.catch(() => {}); // those behind one that fails
    try {
      for (const answer of answers) runs.push(await this.inTime(answer));
    } catch (error) {
      runs.push({ source: '', trace: '', failure: (error as Error).message });
    }
  }

  private async inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('time')), this.limit);
    });
    try {
      return await Promise.race([answer, late]);
    } catch (error) {
      this.restart();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  restart(): void {
    this.process?.kill();
    this.process = undefined;
  }
}
