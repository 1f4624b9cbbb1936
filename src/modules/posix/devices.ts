/** `os.makedev`, `os.major` and `os.minor`: numbers of devices, in Linux's form of 64 bits. */
import { error, orThrow } from '../../objspace/exception.ts';
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import type { Value } from '../../objspace/object.ts';
import { toInt } from '../../objspace/operations.ts';
import { normalize } from '../../objspace/types/int/arithmetic.ts';

/** A number that does not exist: it stays what it is. */
const NO_DEVICE = -1n;

const MASK_64 = (1n << 64n) - 1n;

function wholeNumber(value: Value): bigint {
  return BigInt(orThrow(toInt(value)) as number | bigint);
}

function deviceArgument(value: Value): bigint {
  const device = wholeNumber(value);
  if (device === NO_DEVICE) return device;
  if (device < 0n) throw error('OverflowError', "can't convert negative int to unsigned");
  if (device > MASK_64) throw error('OverflowError', 'int too big to convert');
  return device === MASK_64 ? NO_DEVICE : device;
}

function partArgument(value: Value): bigint {
  const part = wholeNumber(value);
  if (part === NO_DEVICE) return part;
  if (part < 0n) throw error('OverflowError', "can't convert negative int to unsigned");
  if (part > MASK_64) throw error('OverflowError', 'int too big to convert');
  if (part >= 1n << 32n) throw error('OverflowError', 'Python int too large to convert to C unsigned int');
  return part;
}

/** The lower 12 bits of the major number stand above the lower 8 of the minor number; the upper bits of each go further up. */
function makeDevice(majorValue: Value, minorValue: Value): Value {
  const [major, minor] = [partArgument(majorValue), partArgument(minorValue)];
  if (major === NO_DEVICE && minor === NO_DEVICE) return -1;
  const [upper, lower] = [BigInt.asUintN(32, major), BigInt.asUintN(32, minor)];
  return normalize(
    ((upper & 0xfffff000n) << 32n) | ((upper & 0xfffn) << 8n) | ((lower & 0xffffff00n) << 12n) | (lower & 0xffn),
  );
}

function majorOf(value: Value): Value {
  const device = deviceArgument(value);
  return device === NO_DEVICE ? -1 : normalize(((device >> 32n) & 0xfffff000n) | ((device >> 8n) & 0xfffn));
}

function minorOf(value: Value): Value {
  const device = deviceArgument(value);
  return device === NO_DEVICE ? -1 : normalize(((device >> 12n) & 0xffffff00n) | (device & 0xffn));
}

export function defineDevices(module: ModuleBuilder): void {
  module.function('makedev(major, minor, /)', 'The number of a device, from its two parts.', makeDevice);
  module.function('major(device, /)', 'The first part of the number of a device: which driver serves it.', majorOf);
  module.function('minor(device, /)', 'The second part of the number of a device: which of them it is.', minorOf);
}
