/** The exceptions of `binascii`. */
import { ModuleException } from '../../objspace/module-exception.ts';

export const binasciiError = new ModuleException('binascii', 'Error', ['ValueError']);
export const binasciiIncomplete = new ModuleException('binascii', 'Incomplete', ['Exception']);
