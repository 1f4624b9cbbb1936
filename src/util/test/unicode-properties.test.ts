/** The properties of ASCII by rule are those of the generated tables. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildTable, propertiesOf } from '../unicode-properties.ts';

test('ASCII by rule and by table', () => {
  const table = buildTable(128);
  for (let point = 0; point < 128; point++) assert.equal(propertiesOf(point), table[point], `U+${point.toString(16)}`);
});
