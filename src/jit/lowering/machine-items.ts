/** Items of `array.array` and one-dimensional memoryviews: read and written in arrays of JavaScript over the memory (item-format.ts). */
import { hasMachineItems, type ItemFormat } from '../../objspace/item-format.ts';
import type { Shape } from '../../objspace/shape.ts';
import { type Builder, SET_ITEM } from '../builder.ts';
import { type Node, READ } from '../graph.ts';
import * as kinds from '../kinds.ts';
import { isWithin } from '../kinds.ts';

/** Where the items of an object are, and how many it has. */
interface Run {
  readonly items: Node;
  readonly length: Node;
  readonly format: ItemFormat;
}

/** The format of the items of an object of the shape, if the site has met one only, and there are such arrays for it. */
export function machineFormat(b: Builder, shape: Shape): ItemFormat | null {
  const { format } = b.site();
  return hasMachineItems(shape) && format !== null && format !== 'several' && format.itemsClass !== null
    ? format
    : null;
}

/** Where the environment has the format of the items among the fields of an object. */
const FORMAT_PLACE = -1;

function expectFormat(b: Builder, owner: Node, format: ItemFormat): void {
  const wanted = b.object(format);
  if (b.environment.fieldOf(owner, FORMAT_PLACE) === wanted) return;
  b.guard('$0.format === $1', [owner, wanted], 'format of items');
  b.environment.setField(owner, FORMAT_PLACE, wanted);
}

function runOf(b: Builder, object: Node, shape: Shape, format: ItemFormat, isWritten: boolean): Run {
  const owner = b.expectShape(object, shape);
  expectFormat(b, owner, format);
  if (shape.type.name === 'array') {
    const items = b.read('items', '$0.items', [owner], kinds.OTHER);
    b.guard('$0 !== null', [items], 'aligned items');
    return { items, length: b.int('length', '$0.length', [owner], 0, 2 ** 32, READ), format };
  }
  if (isWritten) b.guard('!$0.isReadonly', [owner], 'memory that is written to');
  const items = b.read('items', '$0.items ?? $0.madeItems()', [owner], kinds.OTHER);
  b.guard('$0 !== null', [items], 'items in a row');
  return { items, length: b.int('length', '$0.length', [items], 0, 2 ** 32), format };
}

type Within = (b: Builder, key: Node, length: Node) => Node;

export function loadMachineItem(
  b: Builder,
  object: Node,
  shape: Shape,
  format: ItemFormat,
  key: Node,
  within: Within,
): Node {
  const { items, length } = runOf(b, object, shape, format, false);
  const index = within(b, key, length);
  return Number.isNaN(format.low)
    ? b.double('item', '$0[$1]', [items, index], READ)
    : b.int('item', '$0[$1]', [items, index], format.low, format.high, READ);
}

/** The number that is stored; null where the interpreter has to be asked. */
function storedNumber(b: Builder, value: Node, seen: number, format: ItemFormat): Node | null {
  const isFloat = Number.isNaN(format.low);
  const mask = isWithin(value.kinds, kinds.BOUND) && value.kinds !== kinds.BOUND ? value.kinds : seen & value.kinds;
  const wanted = isFloat && mask === kinds.FLOAT ? kinds.FLOAT : kinds.INT;
  const number = isWithin(mask, wanted) ? b.expect(value, wanted) : null;
  if (number === null) return null;
  if (isFloat) return b.raw(number);
  if (number.low < format.low || number.high > format.high)
    b.guard(`$0 >= ${format.low} && $0 <= ${format.high}`, [number], 'range of items');
  return number;
}

/** False where it is left to the interpreter. */
export function storeMachineItem(
  b: Builder,
  object: Node,
  shape: Shape,
  format: ItemFormat,
  key: Node,
  value: Node,
  within: Within,
): boolean {
  const stored = storedNumber(b, value, b.site().masks[2], format);
  if (stored === null) return false;
  const { items, length } = runOf(b, object, shape, format, true);
  b.write(SET_ITEM, '$0[$1] = $2', [items, within(b, key, length), stored]);
  return true;
}
