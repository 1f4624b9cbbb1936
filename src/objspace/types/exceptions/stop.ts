/** `StopIteration` and `SystemExit`: exceptions that carry one value. */
import './simple.ts';
import { exceptionTypes, type PyBaseException } from '../../exception.ts';
import { EXIT, type Value } from '../../object.ts';
import { PyTuple } from '../tuple.ts';
import { defineField, deriveFields, exceptionInit, type Fields } from './base.ts';
import { declareExtended } from './declare.ts';

/** `value` of a StopIteration: the first argument. */
function stopFields(args: readonly Value[]): Fields {
  return new Map<string, Value>([['value', args.length > 0 ? args[0] : null]]);
}

/** `code` of a SystemExit: the argument, or all of them. */
function exitFields(args: readonly Value[]): Fields {
  if (args.length === 0) return new Map<string, Value>();
  return new Map<string, Value>([['code', args.length === 1 ? args[0] : (new PyTuple(args) as Value)]]);
}

function declareCarrier(
  name: string,
  base: string,
  doc: string,
  field: string,
  fieldDoc: string,
  derive: (args: readonly Value[]) => Fields,
): void {
  const init = (self: PyBaseException, args: Value[], keywords: readonly string[] | null) => {
    if (exceptionInit(self, args, keywords) === EXIT) return EXIT;
    self.fields = derive(args);
    return true as const;
  };
  const type = declareExtended(name, exceptionTypes[base], doc, { init }, (builder) =>
    defineField(builder, field, fieldDoc),
  );
  deriveFields(type, derive);
}

declareCarrier(
  'StopIteration',
  'Exception',
  'Signal the end from iterator.__next__().',
  'value',
  'generator return value',
  stopFields,
);
declareCarrier(
  'SystemExit',
  'BaseException',
  'Request to exit from the interpreter.',
  'code',
  'exception code',
  exitFields,
);
