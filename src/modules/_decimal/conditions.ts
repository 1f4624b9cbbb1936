/**
 * Conditions of decimal arithmetic as bits, in the order in which a context shows its flags. Several conditions belong to the one signal
 * InvalidOperation; a context keeps the condition, so that the exception can name it.
 */
export const CLAMPED = 1;
export const CONVERSION_SYNTAX = 2;
export const DIVISION_BY_ZERO = 4;
export const DIVISION_IMPOSSIBLE = 8;
export const DIVISION_UNDEFINED = 16;
export const INEXACT = 32;
export const INVALID_CONTEXT = 64;
export const INVALID_OPERATION = 128;
export const FLOAT_OPERATION = 256;
export const OVERFLOW = 512;
export const ROUNDED = 1024;
export const SUBNORMAL = 2048;
export const UNDERFLOW = 4096;

/** All conditions of the signal InvalidOperation. */
export const ANY_INVALID =
  CONVERSION_SYNTAX | DIVISION_IMPOSSIBLE | DIVISION_UNDEFINED | INVALID_CONTEXT | INVALID_OPERATION;
/** Conditions under which an operation has no result. */
export const ERRORS = ANY_INVALID | DIVISION_BY_ZERO;
