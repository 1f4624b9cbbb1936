/**
 * Names as JavaScript's engine keeps them for itself. It has one string for all equal names of sources, and tells these apart without reading
 * them; names that were cut out of a text (an image of compiled code, a source, a signature) are compared letter by letter wherever they
 * are looked up. What is looked up again and again therefore has its name from here.
 */
const found = new Map<string, string>();

/** Bounded: what is forgotten is asked for again. */
const MOST_NAMES = 20_000;

/** The engine's own string for a name. */
export function engineName(name: string): string {
  const known = found.get(name);
  if (known !== undefined) return known;
  const own = ownKey(name);
  if (found.size >= MOST_NAMES) found.clear();
  found.set(own, own);
  return own;
}

/** Keys of objects are strings that the engine keeps. */
function ownKey(name: string): string {
  const holder = Object.create(null) as Record<string, null>;
  holder[name] = null;
  return Object.keys(holder)[0];
}
