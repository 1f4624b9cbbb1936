/**
 * Signatures of builtins in Python's own text, and what TypeScript makes of them.
 *
 *   'pop(self, index: index = -1, /)'      'sort(self, /, *, key=None, reverse: bool = False) -> None'
 *
 * Parameters and defaults are what `inspect.signature` prints. After a colon stands a converter (converters.ts), after `->` what the body
 * returns. A default of `<absent>` gives the body `undefined` when the argument is missing, and so does `<absent TEXT>`, which is shown as
 * TEXT, `<required>`, shown without a default, and `<optional>`, shown in brackets: `($self, sub[, start[, end]], /)`. `*name` gives a Value[], `**name` a
 * ReadonlyMap<string, Value>. What CPython knows no signature of is
 * marked in front: an `@` shows what it makes up, which is nothing unless there is at most one argument; `@@` shows nothing.
 */
import type { Value } from '../object.ts';
import type { PyBytesLike } from '../buffer.ts';
import type { PyStr } from '../types/str/text.ts';
import type { Path } from './path-arguments.ts';

/** What each converter gives the body. */
export interface Converted {
  /** Any int (through __index__). */
  int: number | bigint;
  /** An int that is an index or a size: clamped to the range of safe integers; OverflowError beyond 64 bits. */
  index: number;
  /** An int that is a C `long`, as a place in a file is: clamped to the range of safe integers. */
  clong: number;
  /** An int that is a C `int`. */
  cint: number;
  /** The same, refused in the words of CPython's older way to take arguments apart. */
  parsedint: number;
  /** A float or int, as a JS number. */
  float: number;
  /** Truth value. */
  bool: boolean;
  /** A str: a JS string, or a PyStr where it has surrogates. */
  str: string | PyStr;
  /** A str as JS text, surrogates included. */
  text: string;
  /** The contents of a bytes-like object. */
  bytes: PyBytesLike;
  /** A path: str, bytes or what has `__fspath__`. */
  path: Path;
  /** A path, or the descriptor of what is open. */
  openpath: Path;
  /** The same, or None. */
  nopath: Path | null;
  /** The descriptor of a folder, or None. */
  folder: number | null;
  /** The number of a user or group; -1 leaves it. */
  owner: number;
}

type ConvertedType<C extends string> = C extends `${infer K} | None`
  ? ConvertedType<K> | null
  : C extends keyof Converted
    ? Converted[C]
    : C extends 'object'
      ? Value
      : never;

type ParameterType<P extends string> = P extends `**${string}`
  ? ReadonlyMap<string, Value>
  : P extends `*${string}`
    ? Value[]
    : P extends `${string}: ${infer C} = <${'absent' | 'optional' | 'required'}${string}>`
      ? ConvertedType<C> | undefined
      : P extends `${string}: ${infer C} = None`
        ? ConvertedType<C> | null
        : P extends `${string}: ${infer C} = ${string}`
          ? ConvertedType<C>
          : P extends `${string}: ${infer C}`
            ? ConvertedType<C>
            : P extends `${string}=<${'absent' | 'optional' | 'required'}${string}>`
              ? Value | undefined
              : Value;

type ParameterTypes<P extends string> = P extends ''
  ? []
  : P extends `${infer Head}, ${infer Tail}`
    ? Head extends '/' | '*'
      ? ParameterTypes<Tail>
      : [ParameterType<Head>, ...ParameterTypes<Tail>]
    : P extends '/' | '*'
      ? []
      : [ParameterType<P>];

type ParameterText<S extends string> = S extends `${string}(${infer P}) -> ${string}`
  ? P
  : S extends `${string}(${infer P})`
    ? P
    : never;
type WithoutSelf<P extends string> = P extends `${string}, ${infer Rest}` ? Rest : '';

/** Arguments of the body of a function with the signature S. */
export type ArgumentsOf<S extends string> = ParameterTypes<ParameterText<S>>;
/** Arguments of the body of a method, after self (or cls). */
export type ArgumentsAfterSelf<S extends string> = ParameterTypes<WithoutSelf<ParameterText<S>>>;
/** What the body returns: `-> float` lets it return a JS number, `-> None` nothing. */
export type ReturnOf<S extends string, E> = S extends `${string}) -> float`
  ? number | E
  : S extends `${string}) -> None`
    ? void | E
    : S extends `${string}) -> bool`
      ? boolean | E
      : S extends `${string}) -> text`
        ? string | E
        : Value | E;

export type ParameterKind = 'positional' | 'either' | 'keyword' | 'varargs' | 'varkeywords';

export interface Parameter {
  readonly name: string;
  readonly kind: ParameterKind;
  /** Name of the converter, or null. */
  readonly converter: string | null;
  /** Text of the default, or null where the argument is required. */
  readonly defaultText: string | null;
}

/** Which signature Python code sees: the one declared, what CPython makes up where it knows none, or none at all. */
export type ShownSignature = 'declared' | 'invented' | 'none';

export interface Signature {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly returns: string | null;
}

/** Defaults that are objects: set by the files that declare their types, which stand above this one. */
export const objectDefaults = { emptyTuple: null as Value };

/** What a default shows that gives the body `undefined`. */
function shownDefault(text: string | null): string | null {
  if (text === null || !text.startsWith('<')) return text;
  if (text === '<required>') return null;
  return text === '<absent>' ? '<unrepresentable>' : text.slice('<absent '.length, -1);
}

/** What CPython makes up for a function that it knows no signature of: from the number of arguments alone. */
function inventedSignature(parameters: readonly Parameter[], first: 'self' | 'type' | 'module' | null): string | null {
  const own = first === 'module' || first === null ? parameters : parameters.slice(1);
  if (own.length === 0) return '($self, /)';
  return own.length === 1 && own[0].kind === 'positional' && own[0].defaultText === null ? '($self, object, /)' : null;
}

function parseParameter(text: string, kind: ParameterKind): Parameter {
  const match = /^(\**)(\w+)(?:: ([^=]+?))?(?:\s*=\s*(.+))?$/s.exec(text);
  if (match === null) throw new Error(`bad parameter in a builtin's signature: ${text}`);
  const stars = match[1].length;
  return {
    name: match[2],
    kind: stars === 2 ? 'varkeywords' : stars === 1 ? 'varargs' : kind,
    converter: match[3] ?? null,
    defaultText: match[4] ?? null,
  };
}

/** Parses the text of a signature. Errors are programming errors in Typhon, hence host errors. */
export function parseSignature(text: string): Signature {
  const open = text.indexOf('(');
  const close = text.lastIndexOf(')');
  const inner = text.slice(open + 1, close);
  const parameters: Parameter[] = [];
  let keywordOnly = false;
  for (const part of inner === '' ? [] : inner.split(', ')) {
    if (part === '/') {
      parameters.forEach((parameter, index) => {
        if (parameter.kind === 'either') parameters[index] = { ...parameter, kind: 'positional' };
      });
    } else if (part === '*') {
      keywordOnly = true;
    } else {
      const parameter = parseParameter(part, keywordOnly ? 'keyword' : 'either');
      parameters.push(parameter);
      if (parameter.kind === 'varargs') keywordOnly = true;
    }
  }
  return { name: text.slice(0, open), parameters, returns: /\) -> (\w+)$/.exec(text)?.[1] ?? null };
}

/**
 * `__text_signature__`: the signature without converters, and what a call through an object fills in marked as CPython does: `$self`, of a
 * class method `$type`, of a module's function `$module`; null for what is called as it stands.
 */
export function textSignature(
  { signature: { parameters }, shown: kind }: { signature: Signature; shown: ShownSignature },
  first: 'self' | 'type' | 'module' | null,
): string | null {
  if (kind !== 'declared') return kind === 'none' ? null : inventedSignature(parameters, first);
  const parts: string[] = first === 'module' ? ['$module'] : [];
  let slashDue = first === 'module';
  let starSeen = false;
  let brackets = 0;
  parameters.forEach((parameter, index) => {
    if (slashDue && parameter.kind !== 'positional') {
      parts.push('/');
      slashDue = false;
    }
    if (parameter.kind === 'positional') slashDue = true;
    if (parameter.kind === 'keyword' && !starSeen) {
      parts.push('*');
      starSeen = true;
    }
    if (parameter.kind === 'varargs') starSeen = true;
    const stars = parameter.kind === 'varargs' ? '*' : parameter.kind === 'varkeywords' ? '**' : '';
    if (parameter.defaultText === '<optional>') {
      parts[parts.length - 1] += `[, ${parameter.name}`;
      brackets++;
      return;
    }
    const shown = shownDefault(parameter.defaultText);
    const isSelf = index === 0 && (first === 'self' || first === 'type');
    const name = isSelf ? `$${first === 'type' ? 'type' : parameter.name}` : parameter.name;
    parts.push(`${stars}${name}${shown === null ? '' : `=${shown}`}`);
  });
  parts[parts.length - 1] += ']'.repeat(brackets);
  if (slashDue) parts.push('/');
  return `(${parts.join(', ')})`;
}
