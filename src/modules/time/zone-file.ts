/**
 * Zone files (RFC 8536): the moments at which local time changed, and a rule for those behind the last one. Systems keep them in
 * `/usr/share/zoneinfo`, named as in IANA's database.
 */
import { posixZone } from './posix-zone.ts';
import type { LocalTime, ZoneRules } from './zones.ts';

const HEADER = 44;

interface Counts {
  readonly isUt: number;
  readonly isStandard: number;
  readonly leaps: number;
  readonly times: number;
  readonly types: number;
  readonly characters: number;
}

function countsAt(view: DataView, at: number): Counts {
  const count = (index: number): number => view.getUint32(at + 20 + 4 * index);
  return {
    isUt: count(0),
    isStandard: count(1),
    leaps: count(2),
    times: count(3),
    types: count(4),
    characters: count(5),
  };
}

/** Bytes of a block of data whose moments have `width` bytes. */
function blockSize(counts: Counts, width: number): number {
  const { isUt, isStandard, leaps, times, types, characters } = counts;
  return times * (width + 1) + types * 6 + characters + leaps * (width + 4) + isStandard + isUt;
}

function isZoneFile(data: Uint8Array): boolean {
  return data.length >= HEADER && String.fromCharCode(...data.subarray(0, 4)) === 'TZif';
}

/** The rules of a zone file; undefined if the bytes are none. */
export function zoneOfFile(data: Uint8Array): ZoneRules | undefined {
  if (!isZoneFile(data)) return undefined;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  // The first block has moments of 32 bits, for readers of before 2005.
  const isOld = data[4] === 0;
  const start = isOld ? 0 : HEADER + blockSize(countsAt(view, 0), 4);
  const counts = countsAt(view, start);
  const width = isOld ? 4 : 8;
  const body = start + HEADER;
  const moments: number[] = [];
  for (let i = 0; i < counts.times; i++)
    moments.push(isOld ? view.getInt32(body + 4 * i) : Number(view.getBigInt64(body + 8 * i)));
  const indices = data.subarray(body + counts.times * width, body + counts.times * (width + 1));
  const typesAt = body + counts.times * (width + 1);
  const names = data.subarray(typesAt + counts.types * 6, typesAt + counts.types * 6 + counts.characters);
  const types: LocalTime[] = [];
  for (let i = 0; i < counts.types; i++) {
    const at = typesAt + i * 6;
    types.push({ offset: view.getInt32(at), isDst: data[at + 4], name: nameAt(names, data[at + 5]) });
  }
  const footer = isOld ? '' : new TextDecoder().decode(data.subarray(start + HEADER + blockSize(counts, 8))).trim();
  return rulesOf(moments, indices, types, posixZone(footer));
}

function nameAt(names: Uint8Array, start: number): string {
  return String.fromCharCode(...names.subarray(start, names.indexOf(0, start)));
}

function rulesOf(
  moments: readonly number[],
  indices: Uint8Array,
  types: readonly LocalTime[],
  later: ZoneRules | undefined,
): ZoneRules {
  const first = types.find((type) => type.isDst === 0) ?? types[0];
  return (seconds) => {
    if (moments.length === 0 || seconds >= moments[moments.length - 1])
      return later?.(seconds) ?? (moments.length === 0 ? first : types[indices[moments.length - 1]]);
    if (seconds < moments[0]) return first;
    let low = 0;
    for (let high = moments.length - 1; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (moments[middle] <= seconds) low = middle;
      else high = middle;
    }
    return types[indices[low]];
  };
}
