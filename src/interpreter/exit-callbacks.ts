/** What runs when the interpreter ends: set by the `atexit` module once it is imported. */
export const exitCallbacks = { run: (): void => undefined };
