/** Which Python and which Typhon this is: one fact, one place. */
export const PYTHON_VERSION = [3, 14, 2] as const;
export const TYPHON_VERSION = [0, 1, 0] as const;
export const PYTHON_VERSION_TEXT = PYTHON_VERSION.join('.');
export const TYPHON_VERSION_TEXT = TYPHON_VERSION.join('.');
/** `sys.hexversion` of a final release. */
export const hexVersion = ([major, minor, micro]: readonly [number, number, number]): number =>
  ((major << 24) | (minor << 16) | (micro << 8) | 0xf0) >>> 0;
