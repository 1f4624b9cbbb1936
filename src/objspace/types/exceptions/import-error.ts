/** `ImportError`: names the module, its file, and what could not be imported from it. */
import './simple.ts';
import { exceptionTypes, type PyBaseException } from '../../exception.ts';
import { EXIT, type Exit, type Result, type Value } from '../../object.ts';
import { PyDict } from '../dict/dict.ts';
import { isText } from '../str/str.ts';
import {
  attributesCopy,
  defineField,
  deriveFields,
  exceptionInit,
  exceptionStr,
  type Fields,
  fieldsOf,
  reduced,
  keywordError,
  splitKeywords,
} from './base.ts';
import { declareDerived, declareExtended } from './declare.ts';

const KEYWORDS = ['name', 'path', 'name_from'];

function messageFields(args: readonly Value[]): Fields {
  return args.length === 1 ? new Map<string, Value>([['msg', args[0]]]) : new Map<string, Value>();
}

function importErrorInit(self: PyBaseException, args: Value[], keywords: readonly string[] | null): true | Exit {
  const { positional, named } = splitKeywords(args, keywords);
  if (exceptionInit(self, positional, null) === EXIT) return EXIT;
  const fields = messageFields(positional);
  if (keywordError('ImportError', named, KEYWORDS) === EXIT) return EXIT;
  for (const [name, value] of named) fields.set(name, value);
  self.fields = fields;
  return true;
}

function importErrorStr(self: PyBaseException): Result {
  const message = fieldsOf(self).get('msg');
  return message !== undefined && isText(message) ? message : exceptionStr(self);
}

/** The dictionary with the members that are set, for pickling. */
function importErrorState(self: PyBaseException): Value | undefined {
  const fields = fieldsOf(self);
  const own = attributesCopy(self);
  if (!KEYWORDS.some((name) => fields.has(name))) return own;
  const dict = own === undefined ? new PyDict() : own;
  for (const name of KEYWORDS) {
    const value = fields.get(name);
    if (value !== undefined) dict.setStr(name, value);
  }
  return dict;
}

const importErrorType = declareExtended(
  'ImportError',
  exceptionTypes['Exception'],
  "Import can't find module, or can't find name in module.",
  { init: importErrorInit, str: importErrorStr },
  (type) => {
    defineField(type, 'msg', 'exception message');
    defineField(type, 'name', 'module name');
    defineField(type, 'path', 'module path');
    defineField(type, 'name_from', 'name imported from module');
    type.method('__reduce__(self, /)', 'Helper for pickle.', (self) =>
      reduced(self, self.args, importErrorState(self)),
    );
  },
);
deriveFields(importErrorType, messageFields);
declareDerived('ModuleNotFoundError', importErrorType, 'Module not found.');
