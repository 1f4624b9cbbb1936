/** What code of the form `return self.items[index]` hands its subscript on to. */
import type { Code } from '../bytecode/code.ts';
import * as Op from '../bytecode/opcodes.generated.ts';

/** `LoadAttr item, self, name, cache; LoadItem item, item, index, cache; Return item`. */
const LENGTH = 12;
const LOAD_ITEM = 5;
const RETURN = 10;
const SELF = 0;
const INDEX = 1;

/** The name of the attribute, if this is all that the code does. Asked before it first runs: later its opcodes may be others. */
export function delegatedAttribute({ words, names }: Code): string | null {
  if (words.length !== LENGTH) return null;
  if (words[0] !== Op.LoadAttr || words[LOAD_ITEM] !== Op.LoadItem || words[RETURN] !== Op.Return) return null;
  const isSubscript = words[LOAD_ITEM + 2] === words[1] && words[LOAD_ITEM + 3] === INDEX;
  if (words[2] !== SELF || !isSubscript || words[RETURN + 1] !== words[LOAD_ITEM + 1]) return null;
  return names[words[3]];
}
