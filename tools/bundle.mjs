/**
 * Bundles TypeScript entry points for Node: the one place that knows the bundler.
 *
 * Opcode constants and the like are inlined across files (`case Op.Move:` must be a literal in the shipped
 * bundle, see docs/architecture.md), so everything that runs, tests and tools included, runs from a bundle.
 */
import { rolldown } from 'rolldown';

/**
 * @param {Record<string, string>} entries  name of the output file (without `.mjs`) -> source file
 * @param {string} outdir
 * @param {{ platform?: 'node' | 'neutral' | 'browser', minify?: boolean, banner?: Record<string, string> }} [options]
 */
export async function bundle(entries, outdir, options = {}) {
  const build = await rolldown({
    input: entries,
    platform: options.platform ?? 'node',
    external: [/^node:/, ...(options.platform === 'neutral' ? [] : ['rolldown', 'pyodide', 'fast-check'])],
    transform: { target: 'es2022' },
    logLevel: 'warn',
  });
  await build.write({
    dir: outdir,
    format: 'esm',
    minify: options.minify ?? false,
    entryFileNames: '[name].mjs',
    chunkFileNames: 'chunks/[name]-[hash].mjs',
    banner: (chunk) => options.banner?.[chunk.name] ?? '',
  });
  await build.close();
}
