/**
 * Private names: `__x` inside a class `C` means `_C__x`.
 *
 * The bases and keywords of a generic class stand in its hidden scope, where only the type parameters are private
 * (`Block.mangledNames`): `class C[__T](__T, __Base)` has the parameter `_C__T` and the base `__Base`.
 */

const UNDERSCORE = 95;

/** `name` as it is stored where the innermost class is `privateName`. */
export function mangle(privateName: string | undefined, name: string): string {
  if (privateName === undefined || name.charCodeAt(0) !== UNDERSCORE || name.charCodeAt(1) !== UNDERSCORE) return name;
  if (name.endsWith('__') || name.includes('.')) return name;
  const stripped = privateName.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}

/** The same, in a scope that may make private only some names. */
export function mangleWithin(
  mangledNames: ReadonlySet<string> | undefined,
  privateName: string | undefined,
  name: string,
): string {
  return mangledNames !== undefined && !mangledNames.has(name) ? name : mangle(privateName, name);
}
