/** `BufferedRWPair`: a reader and a writer over two raw streams that cannot seek, such as the ends of a socket. */
import { getAttribute } from '../../objspace/attributes.ts';
import { builtinType, initSlot, type TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, type Result, type Value } from '../../objspace/object.ts';
import { call } from '../../objspace/operations.ts';
import { raiseValueError } from '../../objspace/exception.ts';
import type { PyType } from '../../objspace/type.ts';
import { bothThen, bufferedIOBaseType, checkCapability, PyBufferedIOBase, streamNew } from './base.ts';
import { bufferedReaderType, bufferedWriterType } from './buffered-types.ts';
import { invoke } from './support.ts';

export class PyBufferedRWPair extends PyBufferedIOBase {
  reader: Value | undefined;
  writer: Value | undefined;

  constructor() {
    super();
    this.reader = undefined;
    this.writer = undefined;
  }
}

function initialise(self: PyBufferedRWPair, reader: Value, writer: Value, size: Value): true | Exit {
  if (checkCapability(reader, 'readable', 'readable') === EXIT) return EXIT;
  if (checkCapability(writer, 'writable', 'writable') === EXIT) return EXIT;
  const reading = call(bufferedReaderType, [reader, size]);
  if (reading === EXIT) return EXIT;
  const writing = call(bufferedWriterType, [writer, size]);
  if (writing === EXIT) return EXIT;
  self.reader = reading as Value;
  self.writer = writing as Value;
  return true;
}

function half(self: PyBufferedRWPair, which: 'reader' | 'writer', name: string, args: Value[]): Result {
  const stream = self[which];
  return stream === undefined ? raiseValueError('I/O operation on uninitialized object') : invoke(stream, name, args);
}

const METHODS: readonly [signature: string, which: 'reader' | 'writer'][] = [
  ['@read(self, size=-1, /)', 'reader'],
  ['@peek(self, size=0, /)', 'reader'],
  ['@read1(self, size=-1, /)', 'reader'],
  ['@@readinto(self, buffer, /)', 'reader'],
  ['@@readinto1(self, buffer, /)', 'reader'],
  ['readable(self, /)', 'reader'],
  ['@@write(self, buffer, /)', 'writer'],
  ['flush(self, /)', 'writer'],
  ['writable(self, /)', 'writer'],
];

function defineMethods(type: TypeBuilder<PyBufferedRWPair>): void {
  for (const [signature, which] of METHODS) {
    const name = /\w+/.exec(signature)![0];
    type.method(signature as 'x(self, size, /)', null, (self, ...args) => half(self, which, name, args as Value[]));
  }
  type.method('close(self, /)', null, (self) =>
    bothThen(
      () => half(self, 'writer', 'close', []),
      () => half(self, 'reader', 'close', []),
    ),
  );
  type.method('isatty(self, /)', null, (self) => {
    const writes = half(self, 'writer', 'isatty', []);
    return writes === false ? half(self, 'reader', 'isatty', []) : writes;
  });
  type.getset('closed', null, (self) =>
    self.writer === undefined
      ? raiseValueError('I/O operation on uninitialized object')
      : getAttribute(self.writer, 'closed'),
  );
}

export const bufferedRWPairType: PyType = builtinType<PyBufferedRWPair>('BufferedRWPair', {
  base: bufferedIOBaseType,
  layout: PyBufferedRWPair,
  module: '_io',
  signature: '(reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /)',
  doc: `
    A buffered reader and writer object together.

    A buffered reader object and buffered writer object put together to
    form a sequential IO object that can read and write. This is typically
    used with a socket or two-way pipe.

    reader and writer are RawIOBase objects that are readable and
    writeable respectively. If the buffer_size is omitted it defaults to
    DEFAULT_BUFFER_SIZE.
  `,
  slots: {
    new: streamNew(PyBufferedRWPair, () => bufferedRWPairType),
    init: initSlot('BufferedRWPair(self, reader, writer, buffer_size=131072, /)', initialise),
  },
  define: defineMethods,
});
