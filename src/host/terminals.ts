/** What programs may ask of a terminal beyond reading and writing. Numbers are those of Linux. */

/** A local flag: input comes in lines. */
export const ICANON = 2;
/** Characters that are numbers without lines: how long a read waits, and for how many characters. */
export const VTIME = 5;
export const VMIN = 6;

export interface TerminalSettings {
  readonly input: number;
  readonly output: number;
  /** With the speed. */
  readonly control: number;
  readonly local: number;
  readonly characters: readonly number[];
}

/** Descriptors are those of the program, and of terminals: the caller has asked. */
export interface Terminals {
  settings(fd: number): TerminalSettings;
  /** `waits`: not before all output is through. */
  change(fd: number, settings: TerminalSettings, waits: boolean): void;
  resize(fd: number, rows: number, columns: number): void;
  /** Drops what has arrived and was not read. */
  discardInput(fd: number): void;
}
