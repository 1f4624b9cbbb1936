/** `pyexpat`: parsing XML. The modules `xml` and `plistlib` stand on it. https://docs.python.org/3.14/library/pyexpat.html */
import { builtinModule, type ModuleBuilder } from '../../objspace/gateway/builtin-module.ts';
import { raiseTypeError } from '../../objspace/exception.ts';
import type { Value } from '../../objspace/object.ts';
import { PyDict } from '../../objspace/types/dict/dict.ts';
import { PyList } from '../../objspace/types/list/list.ts';
import { newModule } from '../../objspace/types/module.ts';
import { PyTuple } from '../../objspace/types/tuple.ts';
import { ERRORS, messageOf } from './errors.ts';
import { createParser, expatError, xmlParserType } from './parser-type.ts';

/** The version of the library whose behaviour this is. */
const VERSION = [2, 9, 0];
const MODEL = {
  XML_CTYPE_EMPTY: 1,
  XML_CTYPE_ANY: 2,
  XML_CTYPE_MIXED: 3,
  XML_CTYPE_NAME: 4,
  XML_CTYPE_CHOICE: 5,
  XML_CTYPE_SEQ: 6,
  XML_CQUANT_NONE: 0,
  XML_CQUANT_OPT: 1,
  XML_CQUANT_REP: 2,
  XML_CQUANT_PLUS: 3,
};

function errorsModule(): Value {
  const module = newModule('pyexpat.errors', 'Constants used to describe error conditions.');
  const codes = new PyDict();
  const messages = new PyDict();
  ERRORS.forEach(([name, message], index) => {
    module.dict.setStr(`XML_ERROR_${name}`, message);
    codes.setStr(message, index + 1);
    messages.set(index + 1, message);
  });
  module.dict.setStr('codes', codes as Value);
  module.dict.setStr('messages', messages as Value);
  return module;
}

function modelModule(): Value {
  const module = newModule('pyexpat.model', 'Constants used to interpret content model information.');
  for (const [name, value] of Object.entries(MODEL)) module.dict.setStr(name, value);
  return module;
}

function defineConstants(module: ModuleBuilder): void {
  module.constant('EXPAT_VERSION', `expat_${VERSION.join('.')}`);
  module.constant('version_info', new PyTuple(VERSION) as Value);
  module.constant('native_encoding', 'UTF-8');
  const features: [string, number][] = [
    ['sizeof(XML_Char)', 1],
    ['sizeof(XML_LChar)', 1],
    ['XML_DTD', 0],
    ['XML_NS', 0],
  ];
  module.constant('features', PyList.of(features.map((pair) => new PyTuple(pair) as Value)) as Value);
  module.constant('XML_PARAM_ENTITY_PARSING_NEVER', 0);
  module.constant('XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE', 1);
  module.constant('XML_PARAM_ENTITY_PARSING_ALWAYS', 2);
}

export const pyexpat = builtinModule('pyexpat', 'Python wrapper for Expat parser.', (module) => {
  module.constant('ExpatError', expatError.type);
  module.constant('error', expatError.type);
  module.constant('XMLParserType', xmlParserType);
  module.constant('errors', errorsModule());
  module.constant('model', modelModule());
  defineConstants(module);
  module.function(
    'ParserCreate(encoding=None, namespace_separator=None, intern=<absent>)',
    'Return a new XML parser object.',
    createParser,
  );
  module.function('ErrorString(code: int, /)', 'Return the message of an error code.', (code) =>
    typeof code === 'number' ? (messageOf(code) ?? null) : raiseTypeError('an integer is required'),
  );
});
