/**
 * The nodes of Python's syntax tree: one row per node, those of CPython 3.14's `ast` module.
 *
 * A row lists the fields in order, `name:type`. Types: the name of another sum or product below, `identifier` and
 * `string` (JS strings), `int` (a number), `constant` (a ConstantValue); `?` marks an optional field (`undefined` where absent),
 * `*` a list, `?*` a list that may have `undefined` items.
 *
 * A sum whose members have no fields (`operator`, `expr_context` ...) has no objects: such a field holds the member's kind
 * (`node.op === Kind.Add`). `located` sums and products carry the four positions of their source text.
 *
 * tools/generate-ast.ts makes ast.generated.ts (classes) and node-kinds.generated.ts (their `kind`s) from this table.
 */

interface Sum {
  /** Has lineno, col_offset, end_lineno and end_col_offset. */
  readonly located?: boolean;
  readonly members: Readonly<Record<string, string>>;
}

export const SUMS: Readonly<Record<string, Sum>> = {
  mod: {
    members: {
      Module: 'body:stmt* type_ignores:type_ignore*',
      Interactive: 'body:stmt*',
      Expression: 'body:expr',
      FunctionType: 'argtypes:expr* returns:expr',
    },
  },
  stmt: {
    located: true,
    members: {
      FunctionDef:
        'name:identifier args:arguments body:stmt* decorator_list:expr* returns:expr? type_comment:string? type_params:type_param*',
      AsyncFunctionDef:
        'name:identifier args:arguments body:stmt* decorator_list:expr* returns:expr? type_comment:string? type_params:type_param*',
      ClassDef: 'name:identifier bases:expr* keywords:keyword* body:stmt* decorator_list:expr* type_params:type_param*',
      Return: 'value:expr?',
      Delete: 'targets:expr*',
      Assign: 'targets:expr* value:expr type_comment:string?',
      TypeAlias: 'name:expr type_params:type_param* value:expr',
      AugAssign: 'target:expr op:operator value:expr',
      AnnAssign: 'target:expr annotation:expr value:expr? simple:int',
      For: 'target:expr iter:expr body:stmt* orelse:stmt* type_comment:string?',
      AsyncFor: 'target:expr iter:expr body:stmt* orelse:stmt* type_comment:string?',
      While: 'test:expr body:stmt* orelse:stmt*',
      If: 'test:expr body:stmt* orelse:stmt*',
      With: 'items:withitem* body:stmt* type_comment:string?',
      AsyncWith: 'items:withitem* body:stmt* type_comment:string?',
      Match: 'subject:expr cases:match_case*',
      Raise: 'exc:expr? cause:expr?',
      Try: 'body:stmt* handlers:excepthandler* orelse:stmt* finalbody:stmt*',
      TryStar: 'body:stmt* handlers:excepthandler* orelse:stmt* finalbody:stmt*',
      Assert: 'test:expr msg:expr?',
      Import: 'names:alias*',
      ImportFrom: 'module:identifier? names:alias* level:int?',
      Global: 'names:identifier*',
      Nonlocal: 'names:identifier*',
      Expr: 'value:expr',
      Pass: '',
      Break: '',
      Continue: '',
    },
  },
  expr: {
    located: true,
    members: {
      BoolOp: 'op:boolop values:expr*',
      NamedExpr: 'target:expr value:expr',
      BinOp: 'left:expr op:operator right:expr',
      UnaryOp: 'op:unaryop operand:expr',
      Lambda: 'args:arguments body:expr',
      IfExp: 'test:expr body:expr orelse:expr',
      Dict: 'keys:expr?* values:expr*',
      Set: 'elts:expr*',
      ListComp: 'elt:expr generators:comprehension*',
      SetComp: 'elt:expr generators:comprehension*',
      DictComp: 'key:expr value:expr generators:comprehension*',
      GeneratorExp: 'elt:expr generators:comprehension*',
      Await: 'value:expr',
      Yield: 'value:expr?',
      YieldFrom: 'value:expr',
      Compare: 'left:expr ops:cmpop* comparators:expr*',
      Call: 'func:expr args:expr* keywords:keyword*',
      FormattedValue: 'value:expr conversion:int format_spec:expr?',
      Interpolation: 'value:expr str:constant conversion:int format_spec:expr?',
      JoinedStr: 'values:expr*',
      TemplateStr: 'values:expr*',
      Constant: 'value:constant kind:string?',
      Attribute: 'value:expr attr:identifier ctx:expr_context',
      Subscript: 'value:expr slice:expr ctx:expr_context',
      Starred: 'value:expr ctx:expr_context',
      Name: 'id:identifier ctx:expr_context',
      List: 'elts:expr* ctx:expr_context',
      Tuple: 'elts:expr* ctx:expr_context',
      Slice: 'lower:expr? upper:expr? step:expr?',
    },
  },
  pattern: {
    located: true,
    members: {
      MatchValue: 'value:expr',
      MatchSingleton: 'value:constant',
      MatchSequence: 'patterns:pattern*',
      MatchMapping: 'keys:expr* patterns:pattern* rest:identifier?',
      MatchClass: 'cls:expr patterns:pattern* kwd_attrs:identifier* kwd_patterns:pattern*',
      MatchStar: 'name:identifier?',
      MatchAs: 'pattern:pattern? name:identifier?',
      MatchOr: 'patterns:pattern*',
    },
  },
  excepthandler: { located: true, members: { ExceptHandler: 'type:expr? name:identifier? body:stmt*' } },
  type_ignore: { members: { TypeIgnore: 'lineno:int tag:string' } },
  type_param: {
    located: true,
    members: {
      TypeVar: 'name:identifier bound:expr? default_value:expr?',
      ParamSpec: 'name:identifier default_value:expr?',
      TypeVarTuple: 'name:identifier default_value:expr?',
    },
  },
  expr_context: { members: { Load: '', Store: '', Del: '' } },
  boolop: { members: { And: '', Or: '' } },
  operator: {
    members: {
      Add: '',
      Sub: '',
      Mult: '',
      MatMult: '',
      Div: '',
      Mod: '',
      Pow: '',
      LShift: '',
      RShift: '',
      BitOr: '',
      BitXor: '',
      BitAnd: '',
      FloorDiv: '',
    },
  },
  unaryop: { members: { Invert: '', Not: '', UAdd: '', USub: '' } },
  cmpop: { members: { Eq: '', NotEq: '', Lt: '', LtE: '', Gt: '', GtE: '', Is: '', IsNot: '', In: '', NotIn: '' } },
};

interface Product {
  readonly located?: boolean;
  /** Name of the class: `arguments` cannot be bound in JavaScript, and PascalCase is ours. */
  readonly className: string;
  readonly fields: string;
}

export const PRODUCTS: Readonly<Record<string, Product>> = {
  comprehension: { className: 'Comprehension', fields: 'target:expr iter:expr ifs:expr* is_async:int' },
  arguments: {
    className: 'Arguments',
    fields: 'posonlyargs:arg* args:arg* vararg:arg? kwonlyargs:arg* kw_defaults:expr?* kwarg:arg? defaults:expr*',
  },
  arg: { className: 'Arg', located: true, fields: 'arg:identifier annotation:expr? type_comment:string?' },
  keyword: { className: 'Keyword', located: true, fields: 'arg:identifier? value:expr' },
  alias: { className: 'Alias', located: true, fields: 'name:identifier asname:identifier?' },
  withitem: { className: 'WithItem', fields: 'context_expr:expr optional_vars:expr?' },
  match_case: { className: 'MatchCase', fields: 'pattern:pattern guard:expr? body:stmt*' },
};

export interface Field {
  /** Name in Python. */
  readonly name: string;
  /** Name of the JavaScript property: the same, but where `kind` is taken by the discriminator. */
  readonly property: string;
  readonly type: string;
  readonly optional: boolean;
  readonly list: boolean;
}

export interface NodeDescription {
  /** Name in Python. */
  readonly name: string;
  readonly className: string;
  /** The sum it belongs to; undefined for a product. */
  readonly sum: string | undefined;
  readonly located: boolean;
  readonly fields: readonly Field[];
  /** False where fields hold the bare kind. */
  readonly isObject: boolean;
}

function parseField(text: string): Field {
  const [name, type] = text.split(':') as [string, string];
  const property = name === 'kind' ? 'literalKind' : name;
  return { name, property, type: type.replace(/[?*]+$/, ''), optional: type.includes('?'), list: type.endsWith('*') };
}

function parseFields(text: string): Field[] {
  return text === '' ? [] : text.split(' ').map(parseField);
}

/** A sum none of whose members has a field or a position: its values are bare kinds. */
export function isEnumeration(sum: string): boolean {
  const description = SUMS[sum];
  return description !== undefined && !description.located && Object.values(description.members).every((f) => f === '');
}

/** All nodes; a node's `kind` is its index here. Index 0 is no node. */
export function describeNodes(): (NodeDescription | undefined)[] {
  const nodes: (NodeDescription | undefined)[] = [undefined];
  for (const [sum, { located = false, members }] of Object.entries(SUMS)) {
    const isObject = !isEnumeration(sum);
    for (const [name, fields] of Object.entries(members)) {
      nodes.push({ name, className: name, sum, located, fields: parseFields(fields), isObject });
    }
  }
  for (const [name, { className, located = false, fields }] of Object.entries(PRODUCTS)) {
    nodes.push({ name, className, sum: undefined, located, fields: parseFields(fields), isObject: true });
  }
  return nodes;
}
