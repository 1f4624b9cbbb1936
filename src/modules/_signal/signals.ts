/** Signals by name and number, and what the system says about each: Linux's, on every host. */

/** Names in the order in which `signal` lists them; the second name of a number is an alias. */
export const SIGNALS: readonly (readonly [name: string, number: number])[] = [
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGQUIT', 3],
  ['SIGILL', 4],
  ['SIGTRAP', 5],
  ['SIGIOT', 6],
  ['SIGABRT', 6],
  ['SIGFPE', 8],
  ['SIGKILL', 9],
  ['SIGBUS', 7],
  ['SIGSEGV', 11],
  ['SIGSYS', 31],
  ['SIGPIPE', 13],
  ['SIGALRM', 14],
  ['SIGTERM', 15],
  ['SIGUSR1', 10],
  ['SIGUSR2', 12],
  ['SIGCLD', 17],
  ['SIGCHLD', 17],
  ['SIGPWR', 30],
  ['SIGIO', 29],
  ['SIGURG', 23],
  ['SIGWINCH', 28],
  ['SIGPOLL', 29],
  ['SIGSTOP', 19],
  ['SIGTSTP', 20],
  ['SIGCONT', 18],
  ['SIGTTIN', 21],
  ['SIGTTOU', 22],
  ['SIGVTALRM', 26],
  ['SIGPROF', 27],
  ['SIGXCPU', 24],
  ['SIGXFSZ', 25],
  ['SIGRTMIN', 34],
  ['SIGRTMAX', 64],
  ['SIGSTKFLT', 16],
];

export const SIGNAL_COUNT = 65;
export const SIGINT = 2;
export const REAL_TIME_MIN = 34;

/** `strsignal`, from number 1 on. */
const DESCRIPTIONS = [
  'Hangup',
  'Interrupt',
  'Quit',
  'Illegal instruction',
  'Trace/breakpoint trap',
  'Aborted',
  'Bus error',
  'Floating point exception',
  'Killed',
  'User defined signal 1',
  'Segmentation fault',
  'User defined signal 2',
  'Broken pipe',
  'Alarm clock',
  'Terminated',
  'Stack fault',
  'Child exited',
  'Continued',
  'Stopped (signal)',
  'Stopped',
  'Stopped (tty input)',
  'Stopped (tty output)',
  'Urgent I/O condition',
  'CPU time limit exceeded',
  'File size limit exceeded',
  'Virtual timer expired',
  'Profiling timer expired',
  'Window changed',
  'I/O possible',
  'Power failure',
  'Bad system call',
];

export function describeSignal(number: number): string | null {
  if (number <= DESCRIPTIONS.length) return DESCRIPTIONS[number - 1];
  return number < REAL_TIME_MIN ? null : `Real-time signal ${number - REAL_TIME_MIN}`;
}

/** Whether programs may set a handler: not for the two that cannot be caught, and the two that the C library keeps. */
export function isCatchable(number: number): boolean {
  return number !== 9 && number !== 19 && number !== 32 && number !== 33;
}

/** Signals that do nothing unless a handler is set: child exited, continued, urgent data, window changed. */
export function isHarmless(number: number): boolean {
  return number === 17 || number === 18 || number === 23 || number === 28;
}
