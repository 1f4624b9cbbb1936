/** What the package exports on every platform. */
export type { Clock, FileSystem, Host } from '../host/host.ts';
export { type BrowserHostOptions, browserHost } from '../host/browser.ts';
export { type MemoryHostOptions, memoryHost } from '../host/memory.ts';
export type { InputPiece, InputSource } from '../host/virtual/input.ts';
export type { VirtualHost, VirtualHostOptions } from '../host/virtual/virtual-host.ts';
export type { LimitOptions } from '../interpreter/limit-options.ts';
export { FileError, Files } from './files.ts';
export { Globals } from './globals.ts';
export type { RunOptions, TyphonOptions } from './options.ts';
export { PythonError } from './python-error.ts';
export { type PythonFunction, PythonObject } from './python-object.ts';
export { Typhon } from './typhon.ts';
