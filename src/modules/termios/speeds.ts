/** Speeds of terminals: bits per second for programs, codes among the control flags for the kernel. */

const CBAUD = 0o10017;
/** The speed of input has the same codes further up; 0 there means that of output. */
const CIBAUD = 0x100f0000;
const INPUT_SHIFT = 16;

const FIRST = [0, 50, 75, 110, 134, 150, 200, 300, 600, 1200, 1800, 2400, 4800, 9600, 19200, 38400];
/** Those of code 0o10001 and up. */
const FURTHER = [
  57600, 115200, 230400, 460800, 500000, 576000, 921600, 1000000, 1152000, 1500000, 2000000, 2500000, 3000000, 3500000,
  4000000,
];
const FURTHER_CODE = 0o10000;

function speedOf(code: number): number {
  return code > FURTHER_CODE ? FURTHER[code - FURTHER_CODE - 1] : (FIRST[code] ?? 0);
}

/** `undefined` if there is no such speed. */
export function speedCode(speed: number): number | undefined {
  const first = FIRST.indexOf(speed);
  if (first >= 0) return first;
  const further = FURTHER.indexOf(speed);
  return further < 0 ? undefined : FURTHER_CODE + 1 + further;
}

/** The speeds, and the flags with both of them told. */
export function speedsOf(flags: number): { control: number; inputSpeed: number; outputSpeed: number } {
  const output = flags & CBAUD;
  const input = ((flags & CIBAUD) >>> INPUT_SHIFT) & CBAUD || output;
  const control = ((flags & ~CIBAUD) | (input << INPUT_SHIFT)) >>> 0;
  return { control, inputSpeed: speedOf(input), outputSpeed: speedOf(output) };
}

/** The flags with one speed for both. */
export function withSpeed(flags: number, code: number): number {
  return ((flags & ~(CBAUD | CIBAUD)) | code) >>> 0;
}
