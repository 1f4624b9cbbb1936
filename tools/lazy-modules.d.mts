import type { Plugin } from 'rolldown';
export function lazyModules(indexFile: RegExp): Plugin;
