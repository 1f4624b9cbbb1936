/** `int.to_bytes` and `int.from_bytes`. */
import { raiseTooLarge, ssizeArgument } from '../bytes/allocate.ts';
import { raise, raiseTypeError, raiseValueError } from '../../exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../object.ts';
import { call, lookupSpecial, argumentName, typeName } from '../../operations.ts';
import { type PyType, primitiveTypes } from '../../type.ts';
import { bytesFromObject } from '../bytes/byte-values.ts';
import { PyBytes } from '../bytes/bytes.ts';
import { isText, textOf } from '../str/str.ts';
import { bitLengthInt, normalize } from './arithmetic.ts';
import { type Int, isInt } from './int-object.ts';
import { readBytes } from '../../../util/huge/bytes.ts';
import { binaryText } from '../../../util/huge/text.ts';
import { STRIDE, worked } from '../../../util/work.ts';
import { fillBytes, newBytes } from '../../../util/new-bytes.ts';

/** Whether the least significant byte comes first. */
function isLittle(byteOrder: Value, name: string): boolean | Exit {
  if (!isText(byteOrder))
    return raiseTypeError(`${name}() argument 'byteorder' must be str, not ${argumentName(byteOrder)}`);
  const order = textOf(byteOrder);
  if (order === 'little') return true;
  return order === 'big' ? false : raiseValueError("byteorder must be either 'little' or 'big'");
}

export function intToBytes(value: Int, lengthValue: Value, byteOrder: Value, isSigned: boolean): Result {
  const length = ssizeArgument(lengthValue);
  if (length === EXIT) return EXIT;
  const little = isLittle(byteOrder, 'to_bytes');
  if (little === EXIT) return EXIT;
  if ((length as number) < 0) return raiseValueError('length argument must be non-negative');
  if (value < 0 && !isSigned) return raise('OverflowError', "can't convert negative int to unsigned");
  if (!fits(value, length as number, isSigned)) return raise('OverflowError', 'int too big to convert');
  if ((length as number) > 2 ** 31) return raiseTooLarge(lengthValue);
  const data = newBytes(length as number);
  if (typeof value === 'number' && (length as number) <= 6) {
    fillFromNumber(data, value);
    if (!(little as boolean)) data.reverse();
  } else fillFromBig(data, BigInt(value), little as boolean);
  return new PyBytes(data) as Value;
}

function fits(value: Int, length: number, isSigned: boolean): boolean {
  const bits = bitLengthInt(value < 0 ? -BigInt(value) - 1n : value);
  return value === 0 || (isSigned ? bits + 1 : bits) <= length * 8;
}

/** Two's complement, least significant byte first. */
function fillFromNumber(data: Uint8Array, value: number): void {
  let rest = value;
  for (let index = 0; index < data.length; index++) {
    const low = ((rest % 256) + 256) % 256;
    data[index] = low;
    rest = (rest - low) / 256;
  }
}

function fillFromBig(data: Uint8Array, value: bigint, isLittleEndian: boolean): void {
  const { length } = data;
  if (length === 0) return;
  const used = Math.min(length, Math.floor(bitLengthInt(normalize(value)) / 8) + 1);
  const text = binaryText(BigInt.asUintN(used * 8, value), 16).padStart(used * 2, '0');
  for (let index = 0; index < used; index++) {
    if ((index & (STRIDE - 1)) === STRIDE - 1) worked(STRIDE);
    const at = 2 * (used - 1 - index);
    data[isLittleEndian ? index : length - 1 - index] =
      (digitValue(text.charCodeAt(at)) << 4) | digitValue(text.charCodeAt(at + 1));
  }
  if (value >= 0n) return;
  if (isLittleEndian) fillBytes(data, 255, used);
  else fillBytes(data, 255, 0, length - used);
}

/** Of a digit as the engine writes it. */
function digitValue(code: number): number {
  return code < 97 ? code - 48 : code - 87;
}

export function bytesToInt(cls: PyType, source: Value, byteOrder: Value, isSigned: boolean): Result {
  const little = isLittle(byteOrder, 'from_bytes');
  if (little === EXIT) return EXIT;
  const data = bytesFrom(source);
  if (data === EXIT) return EXIT;
  const value = intFromBytes(data as Uint8Array, little as boolean, isSigned);
  return cls === primitiveTypes.int ? value : call(cls, [value]);
}

/** The int that the bytes stand for. */
export function intFromBytes(data: Uint8Array, isLittleEndian: boolean, isSigned: boolean): Int {
  const size = data.length;
  if (size === 0) return 0;
  const top = data[isLittleEndian ? size - 1 : 0];
  const isNegative = isSigned && top >= 128;
  if (size <= 6) {
    let value = 0;
    for (let index = 0; index < size; index++) value = value * 256 + data[isLittleEndian ? size - 1 - index : index];
    return isNegative ? value - 256 ** size : value;
  }
  const value = readBytes(data, isLittleEndian);
  return normalize(isNegative ? BigInt.asIntN(size * 8, value) : value);
}

/** As `bytes(source)` makes them, but without the forms that count or encode. */
function bytesFrom(source: Value): Uint8Array | Exit {
  const own = lookupSpecial(source, '__bytes__');
  if (own === EXIT) return EXIT;
  if (own !== undefined) return bytesFromMethod(own as Value);
  if (isText(source) || isInt(source)) return raiseTypeError(`cannot convert '${typeName(source)}' object to bytes`);
  return bytesFromObject(source, 'bytes');
}

function bytesFromMethod(method: Value): Uint8Array | Exit {
  const result = call(method, []);
  if (result === EXIT) return EXIT;
  if (result instanceof PyBytes) return result.data;
  return raiseTypeError(`__bytes__ returned non-bytes (type ${typeName(result as Value)})`);
}
