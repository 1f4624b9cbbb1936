import assert from 'node:assert';
import { test } from 'node:test';
import { parseLongDecimal } from '../long-decimal.ts';

const NUMBERS = [
  ...[
    '0',
    '-0',
    '1',
    '00012',
    '.5',
    '5.',
    '-1.25e3',
    '+7E-2',
    '1e400',
    '-1e400',
    '1e-400',
    '4.9e-324',
    '2.4703282292062328e-324',
  ],
  ...['0.000123', '9007199254740993', '9007199254740992.999', `1${'0'.repeat(900)}`, `0.${'0'.repeat(900)}1e900`],
  // Just above, on and below the middle between two floats.
  ...['1', '', '0'].map((last) => `9007199254740993.${'0'.repeat(1000)}${last}`),
  `9007199254740992.${'9'.repeat(1000)}`,
  `${'3'.repeat(1200)}e-1100`,
  `0.${'7'.repeat(5000)}`,
  `${'1'.repeat(300)}.${'1'.repeat(3000)}e${'0'.repeat(50)}5`,
  `1e${'9'.repeat(500)}`,
  `1e-${'9'.repeat(500)}`,
];

test('long decimals are read as the engine reads them', () => {
  for (const text of NUMBERS) assert.ok(Object.is(parseLongDecimal(text), Number(text)), text.slice(0, 40));
});

test('what is no number is not read', () => {
  for (const text of ['', '.', '+', 'e5', '1e', '1e+', '1.2.3', '1 ', ' 1', '1_0', '0x1', '--1', 'inf'])
    assert.strictEqual(parseLongDecimal(text), undefined, text);
});
