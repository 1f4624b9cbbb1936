/** What runs when the interpreter ends: set by the `atexit` module once it is imported. */
import { perInterpreter } from '../objspace/per-interpreter.ts';

export const exitCallbacks = perInterpreter(() => ({ run: (): void => undefined }));
