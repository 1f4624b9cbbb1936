/** The devices of a virtual file system: those of memory, and the standard streams, which callbacks of the embedder are behind. */
import type { DeviceDriver } from './inode.ts';

/** Major and minor number as Linux packs them. */
const deviceNumber = (major: number, minor: number): number => (major << 8) | minor;

export const nullDevice: DeviceDriver = {
  rdev: deviceNumber(1, 3),
  isTerminal: false,
  read: () => 0,
  write: (data) => data.length,
};

export const zeroDevice: DeviceDriver = {
  rdev: deviceNumber(1, 5),
  isTerminal: false,
  read: (buffer) => buffer.fill(0).length,
  write: (data) => data.length,
};

export function randomDevice(entropy: (buffer: Uint8Array) => void): DeviceDriver {
  return {
    rdev: deviceNumber(1, 9),
    isTerminal: false,
    read: (buffer) => {
      entropy(buffer);
      return buffer.length;
    },
    write: (data) => data.length,
  };
}

/** Output of the program: text, decoded across the bounds of writes. */
export function outputStream(write: (text: string) => void, isTerminal: boolean): DeviceDriver {
  const decoder = new TextDecoder();
  return {
    rdev: deviceNumber(136, 0),
    isTerminal,
    read: () => 0,
    write: (data) => {
      const text = decoder.decode(data, { stream: true });
      if (text !== '') write(text);
      return data.length;
    },
  };
}
