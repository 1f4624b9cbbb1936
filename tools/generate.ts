/** Writes everything that is derived from a table: `npm run generate`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generateAst } from './generate-ast.ts';
import { generateOpcodeLayout } from './generate-opcode-layout.ts';
import { generateOpcodes } from './generate-opcodes.ts';
import { generateModules } from './generate-modules.ts';
import { generateWriter } from './generate-writer.ts';

/** One row per generator: returns path -> contents. */
const GENERATORS: readonly (() => Record<string, string>)[] = [
  generateAst,
  generateModules,
  generateOpcodes,
  generateOpcodeLayout,
  generateWriter,
];

for (const generate of GENERATORS) {
  for (const [path, text] of Object.entries(generate())) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
