/** Finds files by their ending, in a stable order, with forward slashes on every platform. */
import { existsSync, readdirSync } from 'node:fs';

/**
 * @param {string[]} folders
 * @param {string} ending
 * @returns {string[]}
 */
export function globSync(folders, ending) {
  const found = [];
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) found.push(...globSync([path], ending));
      else if (entry.name.endsWith(ending)) found.push(path);
    }
  }
  return found.sort();
}
