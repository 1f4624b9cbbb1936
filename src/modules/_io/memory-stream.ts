/** What `BytesIO` and `StringIO` share: both can do everything until they are closed. */
import type { TypeBuilder } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, type Result } from '../../objspace/object.ts';

export interface MemoryStream {
  /** Raises where the stream is closed. */
  check(): true | Exit;
}

/** A method that asks first whether the stream is open. */
export function checked<Self extends MemoryStream>(run: (self: Self) => Result): (self: Self) => Result {
  return (self) => (self.check() === EXIT ? EXIT : run(self));
}

export function defineAbilities<Self extends MemoryStream>(type: TypeBuilder<Self>): void {
  const yes = checked<Self>(() => true);
  type.method('readable(self, /)', 'Returns True if the IO object can be read.', yes);
  type.method('writable(self, /)', 'Returns True if the IO object can be written.', yes);
  type.method('seekable(self, /)', 'Returns True if the IO object can be seeked.', yes);
}
