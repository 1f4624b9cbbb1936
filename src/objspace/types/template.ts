/** `string.templatelib.Template` and `Interpolation`: what a t-string is (PEP 750). */
import { raiseTypeError, raiseValueError } from '../exception.ts';
import { builtinType, newSlot } from '../gateway/builtin-type.ts';
import { EXIT, PyObject, type Result, type Value } from '../object.ts';
import { repr, argumentName, typeName } from '../operations.ts';
import type { PyType } from '../type.ts';
import { GenericAlias } from './generic-alias.ts';
import { getAttribute } from '../attributes.ts';
import { importByRunningCode } from '../builtin-names.ts';
import { objectType } from './object.ts';
import { isText, strFromText, textOf } from './str/str.ts';
import { PyTuple } from './tuple.ts';

const MODULE = 'string.templatelib';

export class PyInterpolation extends PyObject {
  readonly value: Value;
  readonly expression: Value;
  /** `'s'`, `'r'`, `'a'` or None. */
  readonly conversion: Value;
  readonly formatSpec: Value;

  constructor(value: Value, expression: Value, conversion: Value, formatSpec: Value) {
    super();
    this.value = value;
    this.expression = expression;
    this.conversion = conversion;
    this.formatSpec = formatSpec;
  }
}

/** Invariant: one more string than interpolations; strings may be empty. */
export class PyTemplate extends PyObject {
  readonly strings: PyTuple & Value;
  readonly interpolations: PyTuple & Value;

  constructor(strings: Value, interpolations: Value) {
    super();
    this.strings = strings as PyTuple & Value;
    this.interpolations = interpolations as PyTuple & Value;
  }
}

function joined(left: Value, right: Value): Value {
  return strFromText(textOf(left) + textOf(right));
}

function interpolationNew(_cls: PyType, value: Value, expression: Value, conversion: Value, formatSpec: Value): Result {
  if (!isText(expression))
    return raiseTypeError(`Interpolation() argument 'expression' must be str, not ${argumentName(expression)}`);
  if (conversion !== null && !isText(conversion)) {
    return raiseTypeError(`Interpolation() argument 'conversion' must be str, not ${argumentName(conversion)}`);
  }
  if (!isText(formatSpec))
    return raiseTypeError(`Interpolation() argument 'format_spec' must be str, not ${argumentName(formatSpec)}`);
  if (conversion !== null && !['s', 'a', 'r'].includes(textOf(conversion))) {
    return raiseValueError("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'");
  }
  return new PyInterpolation(value, expression, conversion, formatSpec);
}

function shown(name: string, values: readonly Value[]): Result {
  const texts: string[] = [];
  for (const value of values) {
    const text = repr(value);
    if (text === EXIT) return EXIT;
    texts.push(textOf(text as Value));
  }
  return `${name}(${texts.join(', ')})`;
}

const parts = (self: PyInterpolation): Value[] => [self.value, self.expression, self.conversion, self.formatSpec];

export const interpolationType: PyType = builtinType<PyInterpolation>('Interpolation', {
  base: objectType,
  layout: PyInterpolation,
  module: MODULE,
  isBaseType: false,
  doc: 'Interpolation object',
  slots: {
    new: newSlot(
      "Interpolation(cls, value, expression='', conversion=None, format_spec='')",
      interpolationNew as never,
    ),
    repr: (self: PyInterpolation) => shown('Interpolation', parts(self)),
  },
  define(type) {
    type.member('value', 'Value', (self) => self.value);
    type.member('expression', 'Expression', (self) => self.expression);
    type.member('conversion', 'Conversion', (self) => self.conversion);
    type.member('format_spec', 'Format specifier', (self) => self.formatSpec);
    type.constant('__match_args__', new PyTuple(['value', 'expression', 'conversion', 'format_spec']) as Value);
    type.method(
      '__reduce__(self, /)',
      '__reduce__() -> (cls, state)',
      (self) => new PyTuple([interpolationType, new PyTuple(parts(self)) as Value]) as Value,
    );
    type.classMethod(
      '__class_getitem__(cls, object, /)',
      'Interpolations are generic over the types of their values',
      (cls, item) => new GenericAlias(cls, item),
    );
  },
});

/** `Template(*parts)`: neighbouring strings are joined, and an empty one stands between neighbouring interpolations. */
function templateNew(_cls: PyType, args: Value[], keywords: readonly string[] | null): Result {
  if (keywords !== null) return raiseTypeError('Template.__new__ only accepts *args arguments');
  const strings: Value[] = [];
  const interpolations: Value[] = [];
  for (const part of args) {
    if (part instanceof PyInterpolation) {
      if (strings.length === interpolations.length) strings.push('');
      interpolations.push(part);
    } else if (isText(part)) {
      if (strings.length === interpolations.length) strings.push(part);
      else strings.push(joined(strings.pop() as Value, part));
    } else {
      return raiseTypeError(
        `Template.__new__ *args need to be of type 'str' or 'Interpolation', got ${typeName(part)}`,
      );
    }
  }
  if (strings.length === interpolations.length) strings.push('');
  return new PyTemplate(new PyTuple(strings) as Value, new PyTuple(interpolations) as Value);
}

function concatenate(left: PyTemplate, right: Value): Result {
  if (!(right instanceof PyTemplate)) {
    return raiseTypeError(
      `can only concatenate string.templatelib.Template (not "${typeName(right)}") to string.templatelib.Template`,
    );
  }
  const first = left.strings.items;
  const second = right.strings.items;
  const strings = [...first.slice(0, -1), joined(first[first.length - 1], second[0]), ...second.slice(1)];
  const interpolations = [...left.interpolations.items, ...right.interpolations.items];
  return new PyTemplate(new PyTuple(strings) as Value, new PyTuple(interpolations) as Value);
}

export const templateType: PyType = builtinType<PyTemplate>('Template', {
  base: objectType,
  layout: PyTemplate,
  module: MODULE,
  isBaseType: false,
  doc: 'Template object',
  slots: {
    new: templateNew,
    repr: templateRepr,
    iter: (self: PyTemplate) => new TemplateIterator(self),
    concat: concatenate,
  },
  define(type) {
    type.member('strings', 'Strings', (self) => self.strings);
    type.member('interpolations', 'Interpolations', (self) => self.interpolations);
    type.getset(
      'values',
      'Values of interpolations',
      (self) => new PyTuple(self.interpolations.items.map((item) => (item as PyInterpolation).value)) as Value,
    );
    type.method('__reduce__(self, /)', null, (self) => {
      const module = importByRunningCode(MODULE);
      if (module === EXIT) return EXIT;
      const unpickle = getAttribute(module as Value, '_template_unpickle');
      if (unpickle === EXIT) return EXIT;
      return new PyTuple([unpickle as Value, new PyTuple([self.strings, self.interpolations]) as Value]) as Value;
    });
    type.classMethod(
      '__class_getitem__(cls, object, /)',
      'Template supports [] for generic usage',
      (cls, item) => new GenericAlias(cls, item),
    );
  },
});

function templateRepr(self: PyTemplate): Result {
  const strings = repr(self.strings);
  if (strings === EXIT) return EXIT;
  const interpolations = repr(self.interpolations);
  return interpolations === EXIT
    ? EXIT
    : `Template(strings=${textOf(strings as Value)}, interpolations=${textOf(interpolations as Value)})`;
}

/** Strings and interpolations in turn, without the empty strings. */
class TemplateIterator extends PyObject {
  readonly template: PyTemplate;
  /** Counts strings and interpolations together. */
  position: number;

  constructor(template: PyTemplate) {
    super();
    this.template = template;
    this.position = 0;
  }
}

function nextPart(self: TemplateIterator): Value | undefined {
  const { strings, interpolations } = self.template;
  while (self.position < strings.items.length + interpolations.items.length) {
    const index = self.position >> 1;
    const isString = (self.position & 1) === 0;
    self.position++;
    const part = isString ? strings.items[index] : interpolations.items[index];
    if (part !== '') return part;
  }
  return undefined;
}

export const templateIteratorType: PyType = builtinType<TemplateIterator>('TemplateIter', {
  base: objectType,
  layout: TemplateIterator,
  module: MODULE,
  isBaseType: false,
  doc: 'Template iterator object',
  slots: { iter: (self: TemplateIterator) => self, next: nextPart },
});
