/** `_json.make_encoder` (`c_make_encoder`): writes a value as JSON, in one piece. */
import { caught, raiseTypeError } from '../../objspace/exception.ts';
import { BuiltinDefinition, invoke } from '../../objspace/gateway/builtin-function.ts';
import { builtinType, newSlot } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, type Exit, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { isTrue, argumentName, typeName } from '../../objspace/operations.ts';
import type { PyType } from '../../objspace/type.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { objectType } from '../../objspace/types/object.ts';
import { isText, strFromText, textOf } from '../../objspace/types/str/str.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { JsonWriter, type EncoderOptions } from './writer.ts';

export class PyJsonEncoder extends PyObject {
  readonly options: EncoderOptions;
  readonly markers: Value;
  readonly indent: Value;
  readonly keySeparator: Value;
  readonly itemSeparator: Value;

  constructor(options: EncoderOptions, markers: Value, indent: Value, keySeparator: Value, itemSeparator: Value) {
    super();
    this.options = options;
    this.markers = markers;
    this.indent = indent;
    this.keySeparator = keySeparator;
    this.itemSeparator = itemSeparator;
  }
}

function newEncoder(
  _cls: PyType,
  markers: Value,
  fallback: Value,
  encoder: Value,
  indent: Value,
  keySeparator: Value,
  itemSeparator: Value,
  sortKeys: Value,
  skipKeys: Value,
  allowNan: Value,
): Result {
  const flags = [sortKeys, skipKeys, allowNan].map(isTrue);
  if (flags.includes(EXIT)) return EXIT;
  for (const [index, separator] of [
    [5, keySeparator],
    [6, itemSeparator],
  ] as const) {
    if (!isText(separator))
      return raiseTypeError(`make_encoder() argument ${index} must be str, not ${argumentName(separator)}`);
  }
  if (markers !== null && !(markers instanceof PyDict)) {
    return raiseTypeError(`make_encoder() argument 1 must be dict or None, not ${typeName(markers)}`);
  }
  const options: EncoderOptions = {
    checksCycles: markers !== null,
    fallback,
    encoder,
    indent,
    keySeparator: textOf(keySeparator),
    itemSeparator: textOf(itemSeparator),
    sortsKeys: flags[0] as boolean,
    skipsKeys: flags[1] as boolean,
    allowsNan: flags[2] as boolean,
  };
  return new PyJsonEncoder(options, markers, indent, keySeparator, itemSeparator);
}

function encode(self: PyJsonEncoder, object: Value, level: number): Result {
  if (self.indent !== null && !isText(self.indent)) {
    return raiseTypeError(`can only concatenate str (not "${typeName(self.indent)}") to str`);
  }
  const writer = new JsonWriter(self.options, level);
  const done: true | Exit = writer.write(object);
  return done === EXIT ? EXIT : new PyTuple([strFromText(writer.text)]);
}

const iterencode = new BuiltinDefinition('_iterencode(self, obj, _current_indent_level: index)', null, encode);

export const encoderType: PyType = builtinType<PyJsonEncoder>('Encoder', {
  base: objectType,
  layout: PyJsonEncoder,
  isBaseType: false,
  module: '_json',
  doc: 'Encoder(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)',
  slots: {
    new: newSlot(
      'make_encoder(cls, markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)',
      newEncoder,
    ),
    init: () => true,
    call: (self: PyJsonEncoder, args: Value[], keywords) => {
      try {
        return invoke(iterencode, [self, ...args], keywords);
      } catch (thrown) {
        return caught(thrown);
      }
    },
  },
  define(type) {
    type.member('markers', 'markers', (self) => self.markers);
    type.member('default', 'default', (self) => self.options.fallback);
    type.member('encoder', 'encoder', (self) => self.options.encoder);
    type.member('indent', 'indent', (self) => self.indent);
    type.member('key_separator', 'key_separator', (self) => self.keySeparator);
    type.member('item_separator', 'item_separator', (self) => self.itemSeparator);
    type.member('sort_keys', 'sort_keys', (self) => self.options.sortsKeys);
    type.member('skipkeys', 'skipkeys', (self) => self.options.skipsKeys);
  },
});
