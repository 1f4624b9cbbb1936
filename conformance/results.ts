/** What running a module of tests gave. */
export type Outcome = 'pass' | 'skip' | 'fail' | 'error' | 'lost';

export interface ModuleResult {
  name: string;
  cases: Map<string, Outcome>;
  /** Why the module did not come to its end; '' if it did. */
  trouble: string;
  seconds: number;
}

export function counts(result: ModuleResult): Record<Outcome, number> {
  const count = { pass: 0, skip: 0, fail: 0, error: 0, lost: 0 };
  for (const outcome of result.cases.values()) count[outcome]++;
  return count;
}
