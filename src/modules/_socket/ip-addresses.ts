/** Addresses of the Internet between their texts and their bytes: what `inet_pton` and its relatives do. */

/** `inet_pton(AF_INET)`: four decimal numbers without leading zeros. */
export function parseIPv4(text: string): Uint8Array | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  const bytes = new Uint8Array(4);
  for (const [index, part] of parts.entries()) {
    if (!/^(0|[1-9][0-9]{0,2})$/.test(part) || Number(part) > 255) return undefined;
    bytes[index] = Number(part);
  }
  return bytes;
}

function looseNumber(text: string): number {
  if (/^0[xX][0-9a-fA-F]+$/.test(text)) return Number.parseInt(text.slice(2), 16);
  if (/^0[0-7]*$/.test(text)) return Number.parseInt(text, 8);
  return /^[1-9][0-9]*$/.test(text) ? Number(text) : Number.NaN;
}

/** `inet_aton`: one to four numbers, decimal, octal or hexadecimal, of which the last fills what is left. */
export function parseLooseIPv4(text: string): Uint8Array | undefined {
  const parts = text.split('.');
  if (parts.length > 4) return undefined;
  const numbers = parts.map(looseNumber);
  const last = numbers.pop()!;
  if (numbers.some((number) => !(number <= 255)) || !(last < 256 ** (4 - numbers.length))) return undefined;
  const bytes = new Uint8Array(4);
  bytes.set(numbers);
  for (let index = 3, rest = last; index >= numbers.length; index--, rest = Math.floor(rest / 256))
    bytes[index] = rest % 256;
  return bytes;
}

export function formatIPv4(bytes: Uint8Array): string {
  return bytes.join('.');
}

/** The groups of a part of an IPv6 address, as bytes; the last may be an IPv4 address. */
function parseGroups(text: string): number[] | undefined {
  const bytes: number[] = [];
  if (text === '') return bytes;
  const groups = text.split(':');
  for (const [index, group] of groups.entries()) {
    if (group.includes('.')) {
      const four = index === groups.length - 1 ? parseIPv4(group) : undefined;
      if (four === undefined) return undefined;
      bytes.push(...four);
    } else if (/^[0-9a-fA-F]{1,4}$/.test(group)) {
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 255);
    } else {
      return undefined;
    }
  }
  return bytes;
}

/** `inet_pton(AF_INET6)`. */
export function parseIPv6(text: string): Uint8Array | undefined {
  const halves = text.split('::');
  if (halves.length > 2 || text.length > 45) return undefined;
  const head = parseGroups(halves[0]);
  if (head === undefined || (halves.length === 2 && halves[0].includes('.'))) return undefined;
  if (halves.length === 1) return head.length === 16 ? Uint8Array.from(head) : undefined;
  const tail = parseGroups(halves[1]);
  if (tail === undefined || head.length + tail.length > 14) return undefined;
  const bytes = new Uint8Array(16);
  bytes.set(head);
  bytes.set(tail, 16 - tail.length);
  return bytes;
}

/** The longest run of at least two zero groups: where it starts and ends, the first of several. */
function longestZeros(groups: readonly number[]): readonly [number, number] {
  let best: readonly [number, number] = [0, 0];
  for (let start = 0; start < 8; start++) {
    let end = start;
    while (end < 8 && groups[end] === 0) end++;
    if (end - start >= 2 && end - start > best[1] - best[0]) best = [start, end];
    if (end > start) start = end;
  }
  return best;
}

export function formatIPv6(bytes: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, index) => (bytes[2 * index] << 8) | bytes[2 * index + 1]);
  const [start, end] = longestZeros(groups);
  const isMapped = start === 0 && end === 5 && groups[5] === 0xffff;
  // Six zero groups and then something more than a small number: an IPv4 address.
  const isCompatible = start === 0 && end === 6;
  if (isMapped || isCompatible) return `::${isMapped ? 'ffff:' : ''}${formatIPv4(bytes.subarray(12))}`;
  const hex = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':');
  return end === 0 ? hex(groups) : `${hex(groups.slice(0, start))}::${hex(groups.slice(end))}`;
}
