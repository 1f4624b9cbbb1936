/** What an interpreter is asked for when nothing else is. */
import type { Options } from '../interpreter/services.ts';

export function defaultOptions(): Options {
  return {
    debug: 0,
    optimize: 0,
    inspect: 0,
    interactive: 0,
    isolated: false,
    ignoreEnvironment: false,
    noUserSite: false,
    noSite: false,
    dontWriteBytecode: false,
    verbose: 0,
    bytesWarning: 0,
    quiet: false,
    unbuffered: false,
    hashRandomization: false,
    devMode: false,
    utf8Mode: true,
    safePath: false,
    warnDefaultEncoding: false,
    faulthandler: false,
    tracemalloc: 0,
    frozenModules: true,
    cpuCount: undefined,
    pycachePrefix: undefined,
    intMaxStrDigits: 4300,
    warnOptions: [],
    xOptions: new Map(),
    inlineCaches: true,
    jit: 'on',
    jitParameters: [],
    jitLog: undefined,
    limits: {},
    lineBuffering: false,
  };
}
