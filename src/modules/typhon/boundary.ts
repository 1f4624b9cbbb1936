/**
 * The boundary between Python and the JavaScript that embeds it: how values get across. The embedding fills it (src/embedding); without
 * one, Python never meets a JavaScript object.
 */
import type { PyBaseException } from '../../objspace/exception.ts';
import type { Value } from '../../objspace/object.ts';

export const boundary = {
  toPython: (_value: unknown): Value => null,
  toJavaScript: (_value: Value): unknown => undefined,
  /** An object by reference, whatever it is. */
  reference: (_object: object): Value => null,
  /** The Python exception that an error of the boundary stands for. */
  exceptionOf: (_thrown: unknown): PyBaseException | undefined => undefined,
};
