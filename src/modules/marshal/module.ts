/** `marshal`: reads and writes values in Python's internal form. Code objects are in Typhon's own (bytecode/image-format.ts). */
import { getAttribute } from '../../objspace/attributes.ts';
import { audit, auditor } from '../../objspace/audit.ts';
import { bytesOf } from '../../objspace/buffer.ts';
import { raiseTypeError } from '../../objspace/exception.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import { EXIT, type Result, type Value } from '../../objspace/object.ts';
import { call, typeName } from '../../objspace/operations.ts';
import { PyBytes } from '../../objspace/types/bytes/bytes.ts';
import { MarshalReader } from './reader.ts';
import { MarshalWriter } from './writer.ts';

const VERSION = 5;

function dumps(value: Value, version: number, allowCode: boolean): Result {
  audit('marshal.dumps', value, version);
  const writer = new MarshalWriter(version, allowCode);
  return writer.write(value) === EXIT ? EXIT : (new PyBytes(writer.result()) as Value);
}

function dump(value: Value, file: Value, version: number, allowCode: boolean): Result {
  const data = dumps(value, version, allowCode);
  if (data === EXIT) return EXIT;
  const write = getAttribute(file, 'write');
  return write === EXIT ? EXIT : call(write as Value, [data as Value]);
}

/** Reads a value from the position of a file, which is left behind it. */
function load(file: Value, allowCode: boolean): Result {
  audit('marshal.load');
  const read = getAttribute(file, 'read');
  if (read === EXIT) return EXIT;
  const data = call(read as Value, []);
  if (data === EXIT) return EXIT;
  if (!(data instanceof PyBytes))
    return raiseTypeError(`file.read() returned not bytes but ${typeName(data as Value)}`);
  const reader = new MarshalReader(data.data, allowCode);
  const value = reader.read();
  const rest = data.data.length - reader.position;
  if (rest === 0) return value;
  const seek = getAttribute(file, 'seek');
  return seek === EXIT || call(seek as Value, [-rest, 1]) === EXIT ? EXIT : value;
}

export const marshal = builtinModule(
  'marshal',
  'This module contains functions that can read and write Python values in\na binary format. The format is specific to Python, but independent of\nmachine architecture issues.',
  (module) => {
    module.constant('version', VERSION);
    module.function(
      'dump(value, file, version: cint = version, /, *, allow_code: bool = True)',
      'Write the value on the open file.',
      dump,
    );
    module.function(
      'load(file, /, *, allow_code: bool = True)',
      'Read one value from the open file and return it.',
      load,
    );
    module.function(
      'dumps(value, version: cint = version, /, *, allow_code: bool = True)',
      'Return the bytes object that would be written to a file by dump(value, file).',
      dumps,
    );
    module.function(
      'loads(bytes, /, *, allow_code: bool = True)',
      'Convert the bytes-like object to a value.',
      (bytes, allowCode) => {
        const data = bytesOf(bytes);
        if (data === EXIT) return EXIT;
        const source = (data as { data: Uint8Array }).data;
        if (auditor !== undefined) audit('marshal.loads', new PyBytes(source.slice()) as Value);
        return new MarshalReader(source, allowCode).read();
      },
    );
  },
);
