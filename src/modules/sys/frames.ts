/** Functions of `sys` that look at what runs: frames, exceptions, recursion. */
import { raise } from '../../objspace/exception.ts';
import { audit, isRefused } from '../../objspace/audit.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { state } from '../../objspace/state.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import type { Frame } from '../../interpreter/frame.ts';
import { currentFrame } from '../../interpreter/locals.ts';
import { services } from '../../interpreter/services.ts';

function frameAt(depth: number): Frame | undefined {
  let frame: Frame | null = state.frame === null ? null : currentFrame();
  for (let level = 0; level < depth && frame !== null; level++) frame = frame.back;
  return frame === null ? undefined : frame;
}

function getFrame(depth: number): Result {
  const frame = frameAt(Math.max(depth, 0));
  if (frame === undefined) return raise('ValueError', 'call stack is not deep enough');
  return isRefused('sys._getframe', frame as unknown as Value) ? EXIT : (frame as unknown as Value);
}

function moduleNameAt(depth: number): Result {
  audit('sys._getframemodulename', depth);
  const name = frameAt(Math.max(depth, 0))?.globals.getStr('__name__');
  return name === undefined ? null : name;
}

function setRecursionLimit(limit: number): Result {
  if (limit < 1) return raise('ValueError', 'recursion limit must be greater or equal than 1');
  if (state.depth >= limit) {
    return raise(
      'RecursionError',
      `cannot set the recursion limit to ${limit} at the recursion depth ${state.depth}: the limit is too low`,
    );
  }
  // A program asks for more than it needs as a rule: what is beyond the limit of the interpreter is no error.
  state.depthLimit = Math.min(limit, services().limits.recursion);
  return null;
}

export function defineFrames(module: ModuleBuilder): void {
  module.function(
    '_getframe(depth: cint = 0, /)',
    'Return a frame object from the call stack.\n\nIf optional integer depth is given, return the frame object that many\ncalls below the top of the stack.  If that is deeper than the call\nstack, ValueError is raised.  The default for depth is zero, returning\nthe frame at the top of the call stack.\n\nThis function should be used for internal and specialized purposes\nonly.',
    getFrame,
  );
  module.function(
    '_getframemodulename(depth: cint = 0)',
    "Return the name of the module for a calling frame.\n\nThe default depth returns the module containing the call to this API.\nA more typical use in a library will pass a depth of 1 to get the user's\nmodule rather than the library module.\n\nIf no frame, module, or name can be found, returns None.",
    moduleNameAt,
  );
  module.function(
    '_current_frames()',
    "Return a dict mapping each thread's thread id to its current stack frame.\n\nThis function should be used for specialized purposes only.",
    () => {
      audit('sys._current_frames');
      const dict = new PyDict();
      if (state.frame !== null) dict.set(1, currentFrame() as unknown as Value);
      return dict;
    },
  );
  module.function(
    '_current_exceptions()',
    "Return a dict mapping each thread's identifier to its current raised exception.\n\nThis function should be used for specialized purposes only.",
    () => {
      audit('sys._current_exceptions');
      const dict = new PyDict();
      dict.set(1, state.handled);
      return dict;
    },
  );
  module.function(
    'exc_info()',
    'Return current exception information: (type, value, traceback).\n\nReturn information about the most recent exception caught by an except\nclause in the current stack frame or in an older stack frame.',
    () => {
      const exception = state.handled;
      if (exception === null) return new PyTuple([null, null, null]) as Value;
      return new PyTuple([exception.shape.type, exception, exception.traceback]) as Value;
    },
  );
  module.function(
    'exception()',
    'Return the current exception.\n\nReturn the most recent exception caught by an except clause\nin the current stack frame or in an older stack frame, or None\nif no such clause exists.',
    () => state.handled,
  );
  module.function(
    'getrecursionlimit()',
    'Return the current value of the recursion limit.\n\nThe recursion limit is the maximum depth of the Python interpreter\nstack.  This limit prevents infinite recursion from causing an overflow\nof the C stack and crashing Python.',
    () => state.depthLimit,
  );
  module.function(
    'setrecursionlimit(limit: cint, /)',
    'Set the maximum depth of the Python interpreter stack to n.\n\nThis limit prevents infinite recursion from causing an overflow of the C\nstack and crashing Python.  The highest possible limit is platform-\ndependent.',
    setRecursionLimit,
  );
}
