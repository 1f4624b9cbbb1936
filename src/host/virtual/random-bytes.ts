/** Random bytes from a seed: the generator SFC32, for hosts whose programs are to run the same way every time. */

export function seededBytes(seed: number): (buffer: Uint8Array) => void {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum;
  };
  // The state needs some rounds until seeds that differ little give numbers that differ much.
  for (let round = 0; round < 16; round++) next();
  return (buffer) => {
    for (let index = 0; index < buffer.length; index++) buffer[index] = next() >>> 24;
  };
}
