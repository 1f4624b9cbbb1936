/** Why units are left, and why code is not compiled. */

/** Why a unit is left at a place that the profile has not seen. */
export const NEVER_EXECUTED = 'never executed';

/** Why a unit is left where something has changed that it relies on. */
export const INVALID = 'invalid';

/** Why a unit is left where a quiet operation has raised. */
export const RAISES = 'raises';

/** Why a unit is left where a loop variable never has the kind that the loop expects. */
export const LOST_KIND = 'kind of a loop variable';

/** Why a unit is left whose callee was left, and neither had a frame. */
export const UNWOUND = 'a callee was left';

/** The unit would be too big, or holds what cannot be compiled. */
export class NotCompilable extends Error {}

/** A unit that was expected to need no frame needs one. */
export class NeedsFrame extends Error {}
