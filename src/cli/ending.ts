/** How the process ends. */
import { signalName } from './signal-name.ts';

/** The status by which Windows knows a program that Ctrl-C ended. */
const CONTROL_C_EXIT = 0xc000013a;

/** Ends the process with the status; a negative one by the signal of that number, so that a shell knows that it was interrupted. */
export function endProcess(status: number): void {
  if (status >= 0) process.exit(status);
  if (process.platform === 'win32') process.exit(CONTROL_C_EXIT);
  const name = signalName(-status)!;
  process.removeAllListeners(name);
  process.kill(process.pid, name);
}
