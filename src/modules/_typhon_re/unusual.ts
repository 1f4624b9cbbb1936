/** What only the compiler in Python deals with: all errors, warnings, and syntax that hardly anybody uses. */
export class Unusual {}

export function unusual(): Unusual {
  return new Unusual();
}
