/** Machine formats: how pickled arrays say what their bytes are, whatever machine wrote them. */
import { error } from '../../objspace/exception.ts';
import type { Value } from '../../objspace/object.ts';
import { PyFloat } from '../../objspace/types/float-object.ts';
import { strOfPoint } from '../../objspace/types/str/text.ts';
import { worked } from '../../util/work.ts';

export interface MachineFormat {
  readonly size: number;
  readonly kind: 'unsigned' | 'signed' | 'float' | 'utf16' | 'utf32';
  readonly isLittle: boolean;
}

/** Unsigned and signed 8; unsigned and signed 16, 32, 64, float, double, UTF-16, UTF-32, each little and big endian. */
export const MACHINE_FORMATS: readonly MachineFormat[] = [
  { size: 1, kind: 'unsigned', isLittle: true },
  { size: 1, kind: 'signed', isLittle: true },
  ...[2, 4, 8].flatMap((size) =>
    (['unsigned', 'signed'] as const).flatMap((kind) => [true, false].map((isLittle) => ({ size, kind, isLittle }))),
  ),
  ...[4, 8].flatMap((size) => [true, false].map((isLittle): MachineFormat => ({ size, kind: 'float', isLittle }))),
  { size: 2, kind: 'utf16', isLittle: true },
  { size: 2, kind: 'utf16', isLittle: false },
  { size: 4, kind: 'utf32', isLittle: true },
  { size: 4, kind: 'utf32', isLittle: false },
];

function readInteger(view: DataView, at: number, { size, kind, isLittle }: MachineFormat): Value {
  const isSigned = kind === 'signed';
  switch (size) {
    case 1:
      return isSigned ? view.getInt8(at) : view.getUint8(at);
    case 2:
      return isSigned ? view.getInt16(at, isLittle) : view.getUint16(at, isLittle);
    case 4:
      return isSigned ? view.getInt32(at, isLittle) : view.getUint32(at, isLittle);
  }
  const big = isSigned ? view.getBigInt64(at, isLittle) : view.getBigUint64(at, isLittle);
  return Number.isSafeInteger(Number(big)) ? Number(big) : big;
}

/** The items that bytes of a machine format are. */
export function itemsOfFormat(data: Uint8Array, format: MachineFormat): Value[] {
  if (data.length % format.size !== 0) throw error('ValueError', 'string length not a multiple of item size');
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (format.kind === 'utf16') {
    const text = new TextDecoder(format.isLittle ? 'utf-16le' : 'utf-16be', { ignoreBOM: true }).decode(data);
    return Array.from(text, (character) => strOfPoint(character.codePointAt(0)!) as Value);
  }
  const items: Value[] = [];
  for (let at = 0; at < data.length; at += format.size) {
    worked(2);
    items.push(readItem(view, at, format));
  }
  return items;
}

function readItem(view: DataView, at: number, format: MachineFormat): Value {
  if (format.kind === 'utf32') return strOfPoint(view.getUint32(at, format.isLittle)) as Value;
  if (format.kind !== 'float') return readInteger(view, at, format);
  return new PyFloat(format.size === 4 ? view.getFloat32(at, format.isLittle) : view.getFloat64(at, format.isLittle));
}
