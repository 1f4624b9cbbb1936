/**
 * Bundles TypeScript entry points: the one place that knows the bundler.
 *
 * Opcode constants and the like are inlined across files (`case Op.Move:` must be a literal in the shipped
 * bundle, see docs/architecture.md), so everything that runs, tests and tools included, runs from a bundle.
 */
import { rolldown } from 'rolldown';

/**
 * @param {Record<string, string>} entries  name of the output file (without its ending) -> source file
 * @param {string} outdir
 * @param {{ platform?: 'node' | 'neutral' | 'browser', format?: 'esm' | 'cjs', minify?: boolean, external?: string[], banner?: Record<string, string> }} [options]
 */
export async function bundle(entries, outdir, options = {}) {
  const format = options.format ?? 'esm';
  const ending = format === 'esm' ? 'mjs' : 'cjs';
  const build = await rolldown({
    input: entries,
    platform: options.platform ?? 'node',
    external: [
      /^node:/,
      ...(options.external ?? []),
      ...(options.platform === 'neutral' ? [] : ['rolldown', 'pyodide', 'fast-check', 'puppeteer-core']),
    ],
    transform: { target: 'es2022' },
    logLevel: 'warn',
  });
  await build.write({
    dir: outdir,
    format,
    minify: options.minify ?? false,
    entryFileNames: `[name].${ending}`,
    chunkFileNames: `chunks/[name]-[hash].${ending}`,
    banner: (chunk) => options.banner?.[chunk.name] ?? '',
  });
  await build.close();
}
