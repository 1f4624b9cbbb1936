/** SipHash-1-3 (Aumasson and Bernstein, https://www.aumasson.jp/siphash/siphash.pdf) of bytes, under a 64-bit key. */

const MASK = (1n << 64n) - 1n;
const rotate = (x: bigint, by: bigint): bigint => ((x << by) | (x >> (64n - by))) & MASK;

function round(v: bigint[]): void {
  v[0] = (v[0] + v[1]) & MASK;
  v[2] = (v[2] + v[3]) & MASK;
  v[1] = rotate(v[1], 13n) ^ v[0];
  v[3] = rotate(v[3], 16n) ^ v[2];
  v[0] = rotate(v[0], 32n);
  v[2] = (v[2] + v[1]) & MASK;
  v[0] = (v[0] + v[3]) & MASK;
  v[1] = rotate(v[1], 17n) ^ v[2];
  v[3] = rotate(v[3], 21n) ^ v[0];
  v[2] = rotate(v[2], 32n);
}

/** Eight bytes, little-endian. */
export function sipHash(key: bigint, data: Uint8Array): Uint8Array {
  const v = [0x736f6d6570736575n ^ key, 0x646f72616e646f6dn, 0x6c7967656e657261n ^ key, 0x7465646279746573n];
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const whole = data.length - (data.length % 8);
  const absorb = (word: bigint): void => {
    v[3] ^= word;
    round(v);
    v[0] ^= word;
  };
  for (let offset = 0; offset < whole; offset += 8) absorb(view.getBigUint64(offset, true));
  let last = BigInt(data.length & 0xff) << 56n;
  for (let index = whole; index < data.length; index++) last |= BigInt(data[index]) << BigInt(8 * (index - whole));
  absorb(last);
  v[2] ^= 0xffn;
  for (let count = 0; count < 3; count++) round(v);
  const result = new Uint8Array(8);
  new DataView(result.buffer).setBigUint64(0, v[0] ^ v[1] ^ v[2] ^ v[3], true);
  return result;
}
