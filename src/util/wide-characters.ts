/** Characters that take two columns of a terminal: East Asian Width W and F of Unicode 16 (https://www.unicode.org/reports/tr11/). */
import { isInRanges, type Ranges, unpack } from './unicode-ranges.ts';

/** Starts and ends alternate, as differences in base 36. */
const PACKED =
  '3cw 2o 3i2 2 d 2 5a 4 3 1 2 1 eh 2 l 2 q 8 g c 17 1 a 6 3 1 d 1 8 2 h 2 5 2 8 1 5 1 l 1 7 2 1 1 4 1 2 1 7 1 4 2 s 1 z 1 1 1 4 ' +
  '3 1 1 1p 3 o 1 e 1 nv 2 1f 1 4 1 mi q 1 2h c 5y q 27 2 2e 2 2v 5 17 1 2m 1 2e 9 1c 1 14 8 mkd 3 1j wp t hv 8mc 6l8 e8 ls a m ' +
  'z 1 j 1 4 45 2o 3j 7 m49 5 b 2 e 4qg 8 ye 15 a 6w7 4 1 7 1 2 1 83 f 1 t 3 2 1 e 4 8 b0 6bo 2f 9 n 5n1 1 5m 1 5a 1 2 a 2t 3 d ' +
  '18 4 9 7 2 e 6 4a x c 9 1 1y 1 m c 17 4 5 c h 3 1 3 1z 1 1 1 57 2 1r d 4 1 o i 1 q 2 d 1 2e 2d 1c 1y 6 1 3 3 2 3 4 4 b 2 7 9 ' +
  '6b c 4 1 7v 1b 1 a 1 55 34 d 3 a 5 1k 7 f 2 b 6 9 zr 1eke 2 1eke';

let ranges: Ranges | undefined;

export function isWide(point: number): boolean {
  if (point < 0x1100) return false;
  ranges ??= unpack(PACKED);
  return isInRanges(ranges, point);
}
