/** The type `object`, bare: it exists before every other type, whatever the order of modules; object.ts declares what it can do. */
import { PyType } from '../type.ts';

export const objectType: PyType = new PyType('object', [], false);

/** How the types that were declared before `object` inherit from it; null once `object` is declared. Modules import each other in cycles. */
export const earlyTypes: { waiting: (() => void)[] | null } = { waiting: [] };
