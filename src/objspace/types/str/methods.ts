/** The methods of `str`. */
import type { TypeBuilder } from '../../gateway/builtin-type.ts';
import type { PyStr } from './text.ts';

export function defineMethods(_str: TypeBuilder<string | PyStr>): void {}
