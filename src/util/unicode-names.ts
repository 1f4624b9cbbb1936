export function lookupCharacter(name: string): number {
  return name === '' ? 0 : -1;
}
