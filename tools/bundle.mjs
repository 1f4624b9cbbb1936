/**
 * Bundles TypeScript entry points: the one place that knows the bundler.
 *
 * Opcode constants and the like are inlined across files (`case Op.Move:` must be a literal in the shipped
 * bundle, see docs/architecture.md), so everything that runs, tests and tools included, runs from a bundle.
 */
import { rolldown } from 'rolldown';
import { lazyModules } from './lazy-modules.mjs';

/** A text of ASCII alone is read without decoding, and V8 keeps it in half the space. All that is not stands in literals and comments. */
const ASCII = {
  name: 'ascii',
  renderChunk: (code) =>
    code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
};

/**
 * @param {Record<string, string>} entries  name of the output file (without its ending) -> source file
 * @param {string} outdir
 * @param {{ platform?: 'node' | 'neutral' | 'browser', format?: 'esm' | 'cjs', ending?: string, minify?: boolean, external?: string[], define?: Record<string, string>, banner?: string, footer?: string }} [options]
 */
export async function bundle(entries, outdir, options = {}) {
  const format = options.format ?? 'esm';
  const ending = options.ending ?? (format === 'esm' ? 'mjs' : 'cjs');
  const build = await rolldown({
    input: entries,
    platform: options.platform ?? 'node',
    external: [
      /^node:/,
      ...(options.external ?? []),
      ...(options.platform === 'neutral' ? [] : ['rolldown', 'pyodide', 'fast-check', 'puppeteer-core']),
    ],
    transform: { target: 'es2022', define: options.define ?? {} },
    plugins: [lazyModules(/[\\/]src[\\/]modules[\\/]index\.generated\.ts$/), ASCII],
    logLevel: 'warn',
  });
  await build.write({
    dir: outdir,
    format,
    // Stack traces name classes: those of the package's users have to be readable.
    minify:
      options.minify === true ? { compress: true, mangle: { keepNames: { class: true, function: false } } } : false,
    entryFileNames: `[name].${ending}`,
    chunkFileNames: `chunks/[name]-[hash].${ending}`,
    banner: (chunk) => (chunk.isEntry ? (options.banner ?? '') : ''),
    footer: (chunk) => (chunk.isEntry ? (options.footer ?? '') : ''),
  });
  await build.close();
}
