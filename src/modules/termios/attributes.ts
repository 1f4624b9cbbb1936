/** The list of seven that programs see of a terminal's settings, and back. */
import { ICANON, type TerminalSettings, VMIN, VTIME } from '../../host/terminals.ts';
import { error, orThrow } from '../../objspace/exception.ts';
import type { Value } from '../../objspace/object.ts';
import { toInt } from '../../objspace/operations.ts';
import { longArgument } from '../../objspace/types/bytes/allocate.ts';
import { PyBytes, singleByte } from '../../objspace/types/bytes/bytes.ts';
import { isInt } from '../../objspace/types/int/int.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { speedCode, speedsOf, withSpeed } from './speeds.ts';

const NCCS = 32;
const ATTRIBUTES = 7;

export function attributesOf(settings: TerminalSettings): Value {
  const { input, output, local } = settings;
  const { control, inputSpeed, outputSpeed } = speedsOf(settings.control);
  const characters: Value[] = Array.from({ length: NCCS }, (_, index) => singleByte(settings.characters[index] ?? 0));
  if ((local & ICANON) === 0) {
    for (const index of [VMIN, VTIME]) characters[index] = settings.characters[index];
  }
  return PyList.of([input, output, control, local, inputSpeed, outputSpeed, PyList.of(characters) as Value]) as Value;
}

export function checkAttributes(value: Value): readonly Value[] {
  if (!(value instanceof PyList) || value.length !== ATTRIBUTES)
    throw error('TypeError', 'tcsetattr, arg 3: must be 7 element list');
  return value.toArray();
}

/** The low bits of a C `long`. */
function word(value: Value, bits: number): number {
  orThrow(longArgument(value));
  return Number(BigInt.asUintN(bits, BigInt(orThrow(toInt(value)) as number | bigint)));
}

function character(value: Value): number {
  if (value instanceof PyBytes && value.length === 1) return value.data[0];
  if (isInt(value)) return word(value, 8);
  throw error('TypeError', 'tcsetattr: elements of attributes must be bytes objects of length 1 or integers');
}

/** Throws Python exceptions. `undefined`: there is no such speed. */
export function settingsOf(attributes: readonly Value[]): TerminalSettings | undefined {
  const [input, output, control, local] = attributes.slice(0, 4).map((flags) => word(flags, 32));
  const [, outputSpeed] = attributes.slice(4, 6).map((speed) => word(speed, 32));
  const given = attributes[6];
  if (!(given instanceof PyList) || given.length !== NCCS)
    throw error('TypeError', `tcsetattr: attributes[6] must be ${NCCS} element list`);
  const characters = given.toArray().map(character);
  const code = speedCode(outputSpeed);
  return code === undefined ? undefined : { input, output, control: withSpeed(control, code), local, characters };
}
