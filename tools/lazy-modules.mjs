/**
 * Part of the bundler: files that only one lazy entry of an index leads to are evaluated when that entry is first asked for.
 *
 * The index (src/modules/index.generated.ts) has entries of the form `["math", lazily(() => math)]`. Plainly bundled, all modules are
 * evaluated at start, and V8's code cache has something for each of their functions. Here the files that are reached through one entry
 * alone move into its function:
 *
 *     ["math", lazily(() => { ...what stood at the top level of src/modules/math/*.ts...; return math; })]
 *
 * What else they name still stands around them, so nothing is looked up in another way than before. Files that several entries lead to
 * stay where they are, and so do those of the layers below: some of them fill hooks that others rely on. A module that fills one is created
 * by whoever calls the hook (modules/builtins/evaluation.ts).
 */

/** Files that may be evaluated late. */
const MOVABLE = /[\\/]src[\\/](modules|util)[\\/]/;

// The bundler may have given either name another ending.
const ENTRY = /(lazily[\w$]*)\(\(\) => ([\w$]+)\)/g;

const NONE = new Set();

/** Adds to `found` everything that `start` leads to without passing through `closed`. */
function reach(start, importsOf, closed = NONE, found = new Set()) {
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id) || closed.has(id)) continue;
    found.add(id);
    open.push(...importsOf(id));
  }
  return found;
}

/** For each root the files that only it leads to. */
function groupsOf(entries, index, roots, importsOf) {
  const withoutRoots = (id) => (id === index ? importsOf(id).filter((other) => !roots.includes(other)) : importsOf(id));
  const eager = new Set();
  for (const entry of entries) reach(entry, withoutRoots, NONE, eager);
  for (const root of roots) {
    for (const id of reach(root, importsOf, eager)) if (!MOVABLE.test(id)) reach(id, importsOf, NONE, eager);
  }
  const owners = new Map();
  for (const root of roots) {
    for (const id of reach(root, importsOf, eager)) owners.set(id, owners.has(id) ? undefined : root);
  }
  return owners;
}

/** Takes the text of a file out of that of the bundle. */
function cut(code, text) {
  const at = code.indexOf(text);
  if (at < 0 || code.indexOf(text, at + 1) >= 0) throw new Error(`not found once in the bundle: ${text.slice(0, 80)}`);
  return code.slice(0, at) + code.slice(at + text.length);
}

/** @param {RegExp} indexFile  the file with the lazy entries */
export function lazyModules(indexFile) {
  return {
    name: 'lazy-modules',
    renderChunk(code, chunk) {
      const ids = Object.keys(chunk.modules);
      const index = ids.find((id) => indexFile.test(id));
      if (index === undefined) return null;
      const importsOf = (id) => this.getModuleInfo(id)?.importedIds ?? [];
      const indexCode = chunk.modules[index].code;
      const roots = importsOf(index).filter((id) => /[\\/]module\.ts$/.test(id));
      const entries = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry);
      const owners = groupsOf(entries, index, roots, importsOf);
      // Entries and imports of the index are in the same order; what is eager keeps its place.
      const bodies = roots.map((root) =>
        ids.filter((id) => owners.get(id) === root).map((id) => chunk.modules[id].code ?? ''),
      );
      let rest = code;
      for (const text of bodies.flat()) if (text.trim() !== '') rest = cut(rest, text);
      let entry = 0;
      const filled = indexCode.replace(ENTRY, (whole, lazily, name) => {
        const body = bodies[entry++].join('\n');
        return body === '' ? whole : `${lazily}(() => {\n${body}\nreturn ${name};\n})`;
      });
      if (entry !== roots.length) throw new Error(`${entry} lazy entries, but ${roots.length} modules`);
      return rest.replace(indexCode, () => filled);
    },
  };
}
