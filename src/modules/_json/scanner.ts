/** `_json.make_scanner` (`c_make_scanner`): reads one JSON value of a document at an index. */
import { getAttribute } from '../../objspace/attributes.ts';
import { caught, raise, raiseTypeError, raiseValueError } from '../../objspace/exception.ts';
import { BuiltinDefinition, invoke } from '../../objspace/gateway/builtin-function.ts';
import { builtinType, newSlot } from '../../objspace/gateway/builtin-type.ts';
import { EXIT, PyObject, type Result, type Value } from '../../objspace/object.ts';
import { isTrue, typeName } from '../../objspace/operations.ts';
import type { PyType } from '../../objspace/type.ts';
import { floatType } from '../../objspace/types/float.ts';
import { intType } from '../../objspace/types/int/int.ts';
import { objectType } from '../../objspace/types/object.ts';
import { isText, lengthOfText } from '../../objspace/types/str/str.ts';
import { indexAt, offsetAt, unwrap } from '../../objspace/types/str/text.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { JsonParser, type ScannerOptions } from './parser.ts';

export class PyJsonScanner extends PyObject {
  readonly options: ScannerOptions;
  readonly parseFloat: Value;
  readonly parseInt: Value;

  constructor(options: ScannerOptions, parseFloat: Value, parseInt: Value) {
    super();
    this.options = options;
    this.parseFloat = parseFloat;
    this.parseInt = parseInt;
  }
}

const NAMES = ['strict', 'object_hook', 'object_pairs_hook', 'parse_float', 'parse_int', 'parse_constant'];

function newScanner(_cls: PyType, context: Value): Result {
  const values: Value[] = [];
  for (const name of NAMES) {
    const value = getAttribute(context, name);
    if (value === EXIT) return EXIT;
    values.push(value as Value);
  }
  const [strict, objectHook, pairsHook, parseFloat, parseInt, parseConstant] = values;
  const isStrict = isTrue(strict);
  if (isStrict === EXIT) return EXIT;
  const options: ScannerOptions = {
    isStrict: isStrict as boolean,
    objectHook,
    pairsHook,
    parseFloat: parseFloat === (floatType as Value) ? undefined : parseFloat,
    parseInt: parseInt === (intType as Value) ? undefined : parseInt,
    parseConstant,
    intType,
  };
  return new PyJsonScanner(options, parseFloat, parseInt);
}

function scan(self: PyJsonScanner, document: Value, index: number): Result {
  if (!isText(document)) return raiseTypeError(`first argument must be a string, not ${typeName(document)}`);
  if (index < 0) return raiseValueError('idx cannot be negative');
  if (index >= lengthOfText(document)) return raise('StopIteration', index);
  const text = unwrap(document);
  const parser = new JsonParser(text, self.options);
  const value = parser.value(offsetAt(text, index));
  return value === EXIT ? EXIT : new PyTuple([value as Value, indexAt(text, parser.end)]);
}

const scanOnce = new BuiltinDefinition('scan_once(self, string, idx: index)', null, scan);

export const scannerType: PyType = builtinType<PyJsonScanner>('Scanner', {
  base: objectType,
  layout: PyJsonScanner,
  isBaseType: false,
  module: '_json',
  doc: 'JSON scanner object',
  slots: {
    new: newSlot('make_scanner(cls, context)', newScanner),
    init: () => true,
    call: (self: PyJsonScanner, args: Value[], keywords) => {
      try {
        return invoke(scanOnce, [self, ...args], keywords);
      } catch (thrown) {
        return caught(thrown);
      }
    },
  },
  define(type) {
    type.member('strict', 'strict', (self) => self.options.isStrict);
    type.member('object_hook', 'object_hook', (self) => self.options.objectHook);
    type.member('object_pairs_hook', null, (self) => self.options.pairsHook);
    type.member('parse_float', 'parse_float', (self) => self.parseFloat);
    type.member('parse_int', 'parse_int', (self) => self.parseInt);
    type.member('parse_constant', 'parse_constant', (self) => self.options.parseConstant);
  },
});
