/** `repr` of containers that contain themselves: which objects are being shown right now. */
const shown = new Set<object>();

/** False if the object is being shown already: then its repr is an ellipsis. */
export function enterRepr(object: object): boolean {
  if (shown.has(object)) return false;
  shown.add(object);
  return true;
}

export function leaveRepr(object: object): void {
  shown.delete(object);
}
