/** Bytes of program files that are no text in the encoding that they declare: CPython's messages, with the line that it shows. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceFromBytes } from '../decode-source.ts';
import { PySyntaxError } from '../syntax-error.ts';

/** Bytes (one character each), then what CPython reports of them: line, its text, message. */
const ROWS: readonly (readonly [string, number, string, string])[] = [
  [
    '#coding:ascii \xe3\nx',
    1,
    '#coding:ascii �',
    "'ascii' codec can't decode byte 0xe3 in position 14: ordinal not in range(128)",
  ],
  [
    '#!x \xe3\n#coding:ascii\nx',
    2,
    '#coding:ascii',
    "'ascii' codec can't decode byte 0xe3 in position 4: ordinal not in range(128)",
  ],
  [
    '#x\n#coding:cp1252 \x81\nx',
    2,
    '#coding:cp1252 �',
    "'charmap' codec can't decode byte 0x81 in position 18: character maps to <undefined>",
  ],
  [
    '#!x \xe3\n#coding:utf-8\nx',
    2,
    '#coding:utf-8',
    "'utf-8' codec can't decode byte 0xe3 in position 4: invalid continuation byte",
  ],
  [
    '#coding:utf-8\n"\xc3\xa9 \xe3\x81"\nx',
    2,
    '"é �"',
    "'utf-8' codec can't decode bytes in position 4-5: invalid continuation byte",
  ],
  ['#coding:utf-8\nx = "\xff', 2, 'x = "�', "'utf-8' codec can't decode byte 0xff in position 5: invalid start byte"],
  [
    '\xef\xbb\xbfx = "\xe3"\n',
    1,
    'x = "�"',
    "'utf-8' codec can't decode byte 0xe3 in position 5: invalid continuation byte",
  ],
  [
    '\xef\xbb\xbf#coding:utf-8\xe3\nx',
    1,
    '#coding:utf-8�',
    "'utf-8' codec can't decode byte 0xe3 in position 13: invalid continuation byte",
  ],
  [
    '#coding:utf8 \xe3\nx',
    1,
    '#coding:utf8 �',
    "'utf-8' codec can't decode byte 0xe3 in position 13: invalid continuation byte",
  ],
];

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

test('files that are not what they declare', () => {
  for (const [source, line, text, message] of ROWS) {
    assert.throws(
      () => sourceFromBytes(bytesOf(source), 'p.py', { isFile: true }),
      (error) => {
        assert.ok(error instanceof PySyntaxError, source);
        assert.deepEqual([error.lineno, error.text, error.message], [line, text, `(unicode error) ${message}`]);
        return true;
      },
    );
  }
});

test('a line of bytes beyond ASCII before a declaration that fits', () => {
  const source = sourceFromBytes(bytesOf('#!x \xe3\n#coding:cp1252\nx = "\x80"'), 'p.py', { isFile: true });
  assert.ok(source.text.endsWith('x = "€"\n') || source.text.endsWith('x = "€"'));
});
