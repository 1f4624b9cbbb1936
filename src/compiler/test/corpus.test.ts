/** Whole programs: everything that is compiled passes the verifier and survives serialisation. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Code } from '../../bytecode/code.ts';
import { deserializeCode } from '../../bytecode/deserialize.ts';
import { LibraryImage, packLibrary } from '../../bytecode/library-image.ts';
import { PACKED, PLAIN } from '../../bytecode/image-format.ts';
import { ModuleArchive, packArchive } from '../../bytecode/module-archive.ts';
import { allPositions } from '../../bytecode/position-table.ts';
import { serializeCode } from '../../bytecode/serialize.ts';
import { constantKey } from '../backend/pools.ts';
import { verifyCode } from '../backend/verify.ts';
import { compileSource } from '../compile.ts';

const FOLDERS = ['benchmarks/programs', 'examples', 'lib-python-patches'];
const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.py'))
    .map((name) => join(folder, name)),
);

function compileFile(file: string): Code {
  return compileSource(readFileSync(file), file, 'exec');
}

/** All that a code object says, as plain data. */
function contents(code: Code): unknown {
  const { constants, words, ...fields } = code.fields();
  const values = constants.map((value) => (value instanceof Code ? contents(value) : constantKey(value)));
  return { ...fields, words: [...words], constants: values, places: allPositions(code) };
}

for (const file of files) {
  test(`${file} compiles to code that verifies and can be written and read`, () => {
    const code = compileFile(file);
    verifyCode(code);
    for (const form of [PACKED, PLAIN]) {
      const read = deserializeCode(serializeCode(code, form));
      verifyCode(read);
      assert.deepEqual(contents(read), contents(code));
    }
  });
}

test('an archive reads only what is asked for', () => {
  const file = packArchive(new Map(files.map((path) => [path, serializeCode(compileFile(path), PLAIN)])));
  let read = 0;
  const archive = new ModuleArchive((offset, length) => {
    read += length;
    return file.slice(offset, offset + length);
  });
  const opened = read;
  const [path] = files;
  const code = archive.codeOf(path, `/somewhere/${path}`) as Code;
  assert.equal(read - opened, serializeCode(compileFile(path), PLAIN).length);
  assert.equal(code.filename, `/somewhere/${path}`);
  verifyCode(code);
  assert.equal(archive.has('missing.py'), false);
  assert.equal(archive.codeOf('missing.py', 'missing.py'), undefined);
});

test('a library decodes only what is asked for', () => {
  const images = new Map(files.map((file) => [file, serializeCode(compileFile(file))]));
  const library = new LibraryImage(packLibrary(images));
  for (const file of files) {
    const code = library.codeOf(file, `/somewhere/${file}`) as Code;
    assert.equal(code.isDecoded, false);
    const inner = code.constants.filter((constant) => constant instanceof Code);
    for (const each of inner) {
      assert.equal(each.isDecoded, false);
      assert.equal(each.filename, `/somewhere/${file}`);
    }
    verifyCode(code);
  }
  assert.equal(library.codeOf('missing.py', 'missing.py'), undefined);
});
