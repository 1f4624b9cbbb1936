/** Why an interpreter cannot start with its settings: what CPython calls a fatal error. */
export class StartFailure extends Error {
  /** What is told in front of it. */
  private readonly preface: string;

  constructor(message: string, preface = '') {
    super(message);
    this.preface = preface === '' ? '' : `${preface}\n`;
  }

  /** What CPython writes; the thread, which is the only one, has run nothing yet. */
  get report(): string {
    return `${this.preface}Fatal Python error: ${this.message}\n\nCurrent thread ${THREAD} (most recent call first):\n  <no Python frame>\n`;
  }
}

const THREAD = `0x${'1'.padStart(16, '0')}`;

/** How far CPython's start has come when it finds out. */
export const RUNTIME_STATE = 'Python runtime state: core initialized';
