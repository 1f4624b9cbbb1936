/** Why units are left, and why code is not compiled. */

/** Why a unit is left at a place that the profile has not seen. */
export const NEVER_EXECUTED = 'never executed';

/** Why a unit is left where a quiet operation has raised. */
export const RAISES = 'raises';

/** Why a unit is left where a loop variable never has the kind that the loop expects. */
export const LOST_KIND = 'kind of a loop variable';

/** The unit would be too big, or holds what cannot be compiled. */
export class NotCompilable extends Error {}
