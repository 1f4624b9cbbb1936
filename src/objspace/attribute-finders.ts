/**
 * `getAttribute` slots that have a form which answers `undefined` where there is no attribute, by that slot: who only asks whether there is one
 * needs no exception. Filled by the types.
 */
import type { Result } from './object.ts';

// biome-ignore lint/suspicious/noExplicitAny: as the slots of all types
export const attributeFinders = new Map<unknown, (object: any, name: string) => Result | undefined>();
