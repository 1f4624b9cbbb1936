/** Hashes whose digest has one size and that a function makes: MD5, SHA-1, SHA-2. */
import type { ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import type { PyType } from '../../objspace/type.ts';
import type { Hash } from '../../util/hashing/hash.ts';
import { CONSTRUCTOR_PARAMETERS, type HashClass, hashInput, hashType, initialInput, PyHash } from './hash-type.ts';

export interface FixedHash {
  readonly name: string;
  /** As in 'SHA-224'. */
  readonly title: string;
  readonly layout: HashClass;
  readonly type: PyType;
  readonly make: () => Hash;
}

export function fixedHash(
  module: string,
  typeName: string,
  name: string,
  title: string,
  blockSize: number,
  digestSize: number,
  make: () => Hash,
): FixedHash {
  const layout = class extends PyHash {};
  const type = hashType({
    typeName,
    hashName: name,
    module,
    layout,
    blockSize,
    digestSize,
    define(builder) {
      builder.method(
        'update(self, obj, /)',
        "Update this hash object's state with the provided string.",
        (self, data) => {
          self.hash.update(hashInput(data));
          return null;
        },
      );
    },
  });
  return { name, title, layout, type, make };
}

/** Puts the function that makes such objects into a module. */
export function defineFixedHash(module: ModuleBuilder, { name, title, layout, make }: FixedHash): void {
  module.function(
    `${name}(${CONSTRUCTOR_PARAMETERS})`,
    `Return a new ${title} hash object; optionally initialized with a string.`,
    (data, _forSecurity, string) => {
      const input = initialInput(data, string);
      const hash = make();
      if (input !== undefined) hash.update(input);
      return new layout(hash);
    },
  );
}
