/** Surrogate code units that are not in a pair. (`\p{Surrogate}` says the same, but its table takes the engine a third of a millisecond.) */
const LONE_SURROGATE = /(?:[\ud800-\udbff](?![\udc00-\udfff]))|(?:(?<![\ud800-\udbff])[\udc00-\udfff])/;

export function hasLoneSurrogate(text: string): boolean {
  return LONE_SURROGATE.test(text);
}
