/** What a caller can ask of the parser beside the source. */
import type { DecodeOptions } from '../decode-source.ts';
import type { WarningSink } from '../syntax-error.ts';

/** Minor version of the language that is accepted (`ast.parse(..., feature_version=...)`). */
export type FeatureVersion = number;

export const CURRENT_VERSION: FeatureVersion = 14;

/** Bits of `flags`: those of CPython's `compile()`. */
export const DONT_IMPLY_DEDENT = 0x200;
export const ONLY_AST = 0x400;
export const IGNORE_COOKIE = 0x800;
export const TYPE_COMMENTS = 0x1000;
export const ALLOW_INCOMPLETE_INPUT = 0x4000;
export const FUTURE_BARRY_AS_BDFL = 0x400000;

export interface ParseOptions {
  readonly flags?: number;
  readonly featureVersion?: FeatureVersion;
  readonly warn?: WarningSink;
  /** How many decimal digits an int literal may have; 0 lifts the limit. */
  readonly maxDigits?: number;
  /** How a source that is bytes becomes text. */
  readonly decoding?: DecodeOptions | undefined;
}
