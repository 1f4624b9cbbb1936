/** Hashes against those of Node: every length around the blocks, in two pieces, with digests and copies in between. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { Blake2b } from '../blake2b.ts';
import { Blake2s } from '../blake2s.ts';
import type { Hash } from '../hash.ts';
import { Keccak } from '../keccak.ts';
import { Md5 } from '../md5.ts';
import { Sha1 } from '../sha1.ts';
import { sha224, sha256 } from '../sha256.ts';
import { sha384, sha512 } from '../sha512.ts';

const NOTHING = new Uint8Array(0);
const PLAIN = {
  key: NOTHING,
  salt: NOTHING,
  person: NOTHING,
  fanout: 1,
  depth: 1,
  leafSize: 0,
  nodeOffset: 0n,
  nodeDepth: 0,
  innerSize: 0,
  isLastNode: false,
};

const HASHES: readonly (readonly [name: string, make: () => Hash, length?: number])[] = [
  ['md5', () => new Md5()],
  ['sha1', () => new Sha1()],
  ['sha224', sha224],
  ['sha256', sha256],
  ['sha384', sha384],
  ['sha512', sha512],
  ['sha3-224', () => new Keccak(144, 0x06, 28)],
  ['sha3-256', () => new Keccak(136, 0x06, 32)],
  ['sha3-384', () => new Keccak(104, 0x06, 48)],
  ['sha3-512', () => new Keccak(72, 0x06, 64)],
  ['shake128', () => new Keccak(168, 0x1f, 400), 400],
  ['shake256', () => new Keccak(136, 0x1f, 400), 400],
  ['blake2b512', () => new Blake2b({ ...PLAIN, digestSize: 64 })],
  ['blake2s256', () => new Blake2s({ ...PLAIN, digestSize: 32 })],
];

function bytes(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 167 + length * 31) & 255);
}

for (const [name, make, length] of HASHES) {
  test(`${name} is that of Node`, () => {
    for (let size = 0; size < 300; size++) {
      const data = bytes(size);
      const cut = Math.floor((size * 7) / 11);
      const first = make();
      first.update(data.subarray(0, cut));
      first.digest();
      const copy = first.copy();
      copy.update(data.subarray(cut));
      const expected = createHash(name, length === undefined ? {} : { outputLength: length })
        .update(data)
        .digest();
      assert.deepEqual(Buffer.from(copy.digest()), expected, `${size} bytes`);
    }
  });
}
