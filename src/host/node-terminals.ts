/**
 * Terminals by the command `stty`, since Node has no such system calls. It works on the terminal that is its standard input: the program's
 * descriptor is handed to it as that. Linux only, where `stty -g` writes the words of the kernel's structure in hexadecimal.
 */
import { closeSync, readSync } from 'node:fs';
import { HostError } from './host.ts';
import type { NodeFiles } from './node-files.ts';
import { ICANON, type TerminalSettings, type Terminals, VMIN, VTIME } from './terminals.ts';

function words({ input, output, control, local, characters }: TerminalSettings): string {
  return [input, output, control, local, ...characters].map((word) => word.toString(16)).join(':');
}

export class NodeTerminals implements Terminals {
  private readonly files: NodeFiles;

  constructor(files: NodeFiles) {
    this.files = files;
  }

  settings(fd: number): TerminalSettings {
    const [input, output, control, local, ...characters] = this.stty(fd, ['-g'])
      .trim()
      .split(':')
      .map((word) => Number.parseInt(word, 16));
    return { input, output, control, local, characters };
  }

  change(fd: number, settings: TerminalSettings, waits: boolean): void {
    // The command waits if not told otherwise, and not every one can be told.
    this.stty(fd, [...(waits ? [] : ['-drain']), words(settings)]);
  }

  resize(fd: number, rows: number, columns: number): void {
    this.stty(fd, ['rows', String(rows), 'columns', String(columns)]);
  }

  /** Reads it, in a mode in which reading does not wait. */
  discardInput(fd: number): void {
    const before = this.settings(fd);
    const characters = before.characters.map((character, index) => (index === VMIN || index === VTIME ? 0 : character));
    this.change(fd, { ...before, local: before.local & ~ICANON, characters }, false);
    try {
      const buffer = new Uint8Array(4096);
      while (readSync(this.files.native(fd), buffer) > 0);
    } catch {
      // Nothing is there, where another reader has asked for the same.
    }
    this.change(fd, before, false);
  }

  /**
   * What cannot be set stays as it is, and makes the command fail: that is no error of system calls. A Ctrl-C that is meant for the program
   * ends the command as well, which then has to do its work again.
   */
  private stty(fd: number, parameters: readonly string[]): string {
    const native = this.files.native(fd);
    const own = this.files.terminalForChild(native, true);
    try {
      return run(own ?? native, parameters);
    } finally {
      if (own !== undefined) closeSync(own);
    }
  }
}

function run(terminal: number, parameters: readonly string[]): string {
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  for (;;) {
    const { stdout, error, signal } = spawnSync('stty', parameters, {
      stdio: [terminal, 'pipe', 'ignore'],
      encoding: 'latin1',
    });
    if (error !== undefined) throw new HostError('ENOSYS');
    if (signal !== 'SIGINT') return stdout;
  }
}
