/**
 * The instruction set: one row per opcode, the single source for compiler, interpreter, disassembler and docs.
 *
 * An instruction is a run of 32-bit words: the opcode, then its operands in the order of the row.
 *
 * Operands  `name:kind`, where the kind is
 *   dst     a register that the instruction writes           reg    a register that it reads
 *   var     a register that it reads and writes              regs   variadic, always last: a count word, then that many registers read
 *   const   an index into the code's constants               name   an index into the code's names
 *   free    an index into the function's closure             label  a pc (word index) in the same code
 *   int     an immediate signed 32-bit integer               ic     an index into the code's inline caches, unique to the site
 *   dsts    variadic, always last: a count word, then that many registers written
 * Meaning   what it does: R[x] is register x, K[x] constant x, N[x] name x, F[x] the cell of free variable x. docs/bytecode.md is made from it.
 * Traits    raises: can raise a Python exception · jumps: has a label it may go to · ends: never falls through
 *           suspends: leaves the frame, which is resumed behind (or, for YieldFrom, at) the instruction
 *
 * Invariants that the compiler keeps and everybody else relies on:
 *   - Registers 0 .. nlocals-1 are the local variables (parameters first, in the order of co_varnames); then come the cells made
 *     by this code (co_cellvars that are not parameters live here as well); temporaries follow.
 *   - `undefined` in a local's register or in a cell means unbound. Instructions read operands unchecked: where a local
 *     may be unbound on some path, the compiler puts a CheckBound in front.
 *   - An instruction reads all its operands before it writes its destinations, so a destination may equal an operand. On an
 *     exception no destination has been written.
 *   - A call that may suspend the frame has no other effect after its destination is written.
 *
 * Order matters only inside a group; hot opcodes come first.
 */
export type Row = readonly [operands: string, meaning: string, traits?: string];

const binary = (symbol: string): Row => [
  'dst:dst left:reg right:reg cache:ic',
  `R[dst] = R[left] ${symbol} R[right]`,
  'raises',
];
const binaryInt = (symbol: string): Row => [
  'dst:dst left:reg value:int cache:ic',
  `R[dst] = R[left] ${symbol} value`,
  'raises',
];
const unary = (symbol: string): Row => ['dst:dst operand:reg cache:ic', `R[dst] = ${symbol}R[operand]`, 'raises'];

export const INSTRUCTIONS = {
  // ── Moves and constants ──────────────────────────────────────────────────────────────────────────────────────
  Move: ['dst:dst src:reg', 'R[dst] = R[src]'],
  LoadConst: ['dst:dst value:const', 'R[dst] = K[value]'],
  LoadInt: ['dst:dst value:int', 'R[dst] = value'],
  LoadNone: ['dst:dst', 'R[dst] = None'],
  LoadTrue: ['dst:dst', 'R[dst] = True'],
  LoadFalse: ['dst:dst', 'R[dst] = False'],
  CheckBound: ['src:reg', 'raise UnboundLocalError for local variable src if R[src] is unbound', 'raises'],
  Unbind: ['dst:dst', 'R[dst] = unbound (no check: `del` is preceded by CheckBound)'],
  Nop: ['', 'nothing: stands for a line that would have no instruction (`pass`, `try:`), so that tracers see it'],

  // ── Cells: variables shared with inner functions ─────────────────────────────────────────────────────────────
  MakeCell: [
    'cell:var',
    'R[cell] = new cell holding R[cell] (a parameter captured by an inner function; unbound otherwise)',
  ],
  LoadCell: ['dst:dst cell:reg', 'R[dst] = contents of the cell in R[cell], or UnboundLocalError', 'raises'],
  StoreCell: ['cell:reg value:reg', 'contents of the cell in R[cell] = R[value]'],
  DeleteCell: ['cell:reg', 'unbind the cell in R[cell], or UnboundLocalError', 'raises'],
  LoadFree: ['dst:dst index:free', 'R[dst] = contents of F[index], or NameError', 'raises'],
  StoreFree: ['index:free value:reg', 'contents of F[index] = R[value]'],
  DeleteFree: ['index:free', 'unbind F[index], or NameError', 'raises'],
  LoadFreeCell: ['dst:dst index:free', 'R[dst] = the cell F[index] itself'],

  // ── Global and class-level names ─────────────────────────────────────────────────────────────────────────────
  LoadGlobal: ['dst:dst name:name cache:ic', 'R[dst] = global N[name], else builtin, else NameError', 'raises'],
  StoreGlobal: ['name:name value:reg cache:ic', 'global N[name] = R[value]', 'raises'],
  DeleteGlobal: ['name:name', 'delete global N[name], or NameError', 'raises'],
  LoadName: [
    'dst:dst name:name cache:ic',
    "R[dst] = N[name] in the frame's namespace, else global, else builtin, else NameError",
    'raises',
  ],
  StoreName: ['name:name value:reg cache:ic', 'namespace[N[name]] = R[value]', 'raises'],
  DeleteName: ['name:name', 'delete N[name] from the namespace, or NameError', 'raises'],
  LoadNameOrFree: [
    'dst:dst name:name index:free',
    'R[dst] = N[name] in the class namespace, else contents of F[index]',
    'raises',
  ],
  LoadNameOrGlobal: [
    'dst:dst namespace:reg name:name',
    'R[dst] = R[namespace][N[name]], else global, else builtin (annotation scopes in a class)',
    'raises',
  ],
  LoadMappingOrFree: [
    'dst:dst namespace:reg name:name index:free',
    'R[dst] = R[namespace][N[name]], else contents of F[index] (annotation scopes in a class)',
    'raises',
  ],
  LoadNamespace: [
    'dst:dst',
    'R[dst] = the namespace of the frame (class body, module, exec), as locals() gives it there',
  ],
  LoadBuildClass: ['dst:dst', 'R[dst] = builtins.__build_class__', 'raises'],
  LoadAssertionError: ['dst:dst', 'R[dst] = AssertionError, whatever the name means'],

  // ── Attributes ───────────────────────────────────────────────────────────────────────────────────────────────
  LoadAttr: ['dst:dst object:reg name:name cache:ic', 'R[dst] = R[object].N[name]', 'raises'],
  StoreAttr: ['object:reg name:name value:reg cache:ic', 'R[object].N[name] = R[value]', 'raises'],
  DeleteAttr: ['object:reg name:name', 'del R[object].N[name]', 'raises'],
  LoadMethod: [
    'callee:dst self:dst object:reg name:name cache:ic',
    'R[callee], R[self] = function and self when R[object].N[name] is a method, else the attribute and unbound',
    'raises',
  ],
  LoadSuperAttr: [
    'dst:dst type:reg self:reg name:name global:reg',
    'R[dst] = super(R[type], R[self]).N[name], where R[global] is what the name `super` gave',
    'raises',
  ],
  LoadSuperMethod: [
    'callee:dst bound:dst type:reg self:reg name:name global:reg',
    'as LoadMethod (R[callee], R[bound]), on super(R[type], R[self])',
    'raises',
  ],
  LoadSpecial: [
    'callee:dst self:dst object:reg which:int',
    'R[callee], R[self] = special method SPECIAL_METHODS[which] looked up on the type of R[object], and its self; else TypeError',
    'raises',
  ],

  // ── Calls. Arguments are evaluated left to right into registers of their own ─────────────────────────────────
  Call: ['dst:dst callee:reg cache:ic args:regs', 'R[dst] = R[callee](*args)', 'raises'],
  CallMethod: [
    'dst:dst callee:reg self:reg cache:ic args:regs',
    'R[dst] = R[callee](R[self], *args), or R[callee](*args) if R[self] is unbound; both come from a LoadMethod or LoadSpecial',
    'raises',
  ],
  CallKw: [
    'dst:dst callee:reg names:const cache:ic args:regs',
    'R[dst] = R[callee](...): the last len(K[names]) of args are keyword arguments with those names',
    'raises',
  ],
  CallMethodKw: [
    'dst:dst callee:reg self:reg names:const cache:ic args:regs',
    'CallKw with the results of a LoadMethod',
    'raises',
  ],
  CallEx: [
    'dst:dst callee:reg args:reg kwargs:reg',
    'R[dst] = R[callee](*R[args], **R[kwargs]); args is a list or tuple or any iterable, kwargs a mapping or unbound',
    'raises',
  ],
  CallIntrinsic: [
    'dst:dst which:int args:regs',
    'R[dst] = INTRINSICS[which](args): rare operations of the language',
    'raises',
  ],

  // ── Binary operations: one row per operation; the Int forms have a small constant on the right ───────────────
  Add: binary('+'),
  Subtract: binary('-'),
  Multiply: binary('*'),
  TrueDivide: binary('/'),
  FloorDivide: binary('//'),
  Modulo: binary('%'),
  Power: binary('**'),
  MatrixMultiply: binary('@'),
  LeftShift: binary('<<'),
  RightShift: binary('>>'),
  BitAnd: binary('&'),
  BitOr: binary('|'),
  BitXor: binary('^'),
  AddInt: binaryInt('+'),
  SubtractInt: binaryInt('-'),
  MultiplyInt: binaryInt('*'),
  FloorDivideInt: binaryInt('//'),
  ModuloInt: binaryInt('%'),
  LeftShiftInt: binaryInt('<<'),
  RightShiftInt: binaryInt('>>'),
  BitAndInt: binaryInt('&'),

  // ── In-place operations ──────────────────────────────────────────────────────────────────────────────────────
  InplaceAdd: binary('+='),
  InplaceSubtract: binary('-='),
  InplaceMultiply: binary('*='),
  InplaceTrueDivide: binary('/='),
  InplaceFloorDivide: binary('//='),
  InplaceModulo: binary('%='),
  InplacePower: binary('**='),
  InplaceMatrixMultiply: binary('@='),
  InplaceLeftShift: binary('<<='),
  InplaceRightShift: binary('>>='),
  InplaceBitAnd: binary('&='),
  InplaceBitOr: binary('|='),
  InplaceBitXor: binary('^='),
  InplaceAddInt: binaryInt('+='),
  InplaceSubtractInt: binaryInt('-='),
  InplaceMultiplyInt: binaryInt('*='),
  InplaceFloorDivideInt: binaryInt('//='),
  InplaceModuloInt: binaryInt('%='),
  InplaceLeftShiftInt: binaryInt('<<='),
  InplaceRightShiftInt: binaryInt('>>='),
  InplaceBitAndInt: binaryInt('&='),

  // ── Unary operations ─────────────────────────────────────────────────────────────────────────────────────────
  Not: ['dst:dst operand:reg', 'R[dst] = not R[operand]', 'raises'],
  Negative: unary('-'),
  Positive: unary('+'),
  Invert: unary('~'),

  // ── Comparisons ──────────────────────────────────────────────────────────────────────────────────────────────
  Less: binary('<'),
  LessEqual: binary('<='),
  Equal: binary('=='),
  NotEqual: binary('!='),
  Greater: binary('>'),
  GreaterEqual: binary('>='),
  LessInt: binaryInt('<'),
  LessEqualInt: binaryInt('<='),
  EqualInt: binaryInt('=='),
  NotEqualInt: binaryInt('!='),
  GreaterInt: binaryInt('>'),
  GreaterEqualInt: binaryInt('>='),
  Is: ['dst:dst left:reg right:reg', 'R[dst] = R[left] is R[right]'],
  IsNot: ['dst:dst left:reg right:reg', 'R[dst] = R[left] is not R[right]'],
  In: ['dst:dst item:reg container:reg cache:ic', 'R[dst] = R[item] in R[container]', 'raises'],
  NotIn: ['dst:dst item:reg container:reg cache:ic', 'R[dst] = R[item] not in R[container]', 'raises'],

  // ── Subscripts ───────────────────────────────────────────────────────────────────────────────────────────────
  LoadItem: ['dst:dst object:reg key:reg cache:ic', 'R[dst] = R[object][R[key]]', 'raises'],
  LoadItemInt: ['dst:dst object:reg value:int cache:ic', 'R[dst] = R[object][value]', 'raises'],
  StoreItem: ['object:reg key:reg value:reg cache:ic', 'R[object][R[key]] = R[value]', 'raises'],
  DeleteItem: ['object:reg key:reg', 'del R[object][R[key]]', 'raises'],
  LoadSlice: ['dst:dst object:reg start:reg stop:reg', 'R[dst] = R[object][R[start]:R[stop]]', 'raises'],
  StoreSlice: ['object:reg start:reg stop:reg value:reg', 'R[object][R[start]:R[stop]] = R[value]', 'raises'],
  BuildSlice: ['dst:dst start:reg stop:reg step:reg', 'R[dst] = slice(R[start], R[stop], R[step])'],

  // ── Displays ─────────────────────────────────────────────────────────────────────────────────────────────────
  BuildTuple: ['dst:dst items:regs', 'R[dst] = (items)'],
  BuildList: ['dst:dst items:regs', 'R[dst] = [items]'],
  BuildSet: ['dst:dst items:regs', 'R[dst] = {items}', 'raises'],
  BuildMap: ['dst:dst items:regs', 'R[dst] = {key: value, ...}; items alternate', 'raises'],
  BuildConstMap: ['dst:dst keys:const values:regs', 'R[dst] = dict with the str keys of the tuple K[keys]'],
  ListAppend: ['list:reg item:reg', 'R[list].append(R[item]); the list is one that this frame is building'],
  ListExtend: ['list:reg iterable:reg', 'R[list].extend(R[iterable])', 'raises'],
  ListToTuple: ['dst:dst list:reg', 'R[dst] = tuple(R[list])'],
  SetAdd: ['set:reg item:reg', 'R[set].add(R[item])', 'raises'],
  SetUpdate: ['set:reg iterable:reg', 'R[set].update(R[iterable])', 'raises'],
  MapAdd: ['map:reg key:reg value:reg', 'R[map][R[key]] = R[value]', 'raises'],
  MapUpdate: ['map:reg mapping:reg', 'R[map].update(R[mapping]) for `{**m}`', 'raises'],
  MapMerge: [
    'map:reg mapping:reg callee:reg',
    'as MapUpdate for `f(**m)`: a repeated key raises TypeError naming R[callee]',
    'raises',
  ],
  UnpackSequence: ['source:reg cache:ic targets:dsts', 'targets = the items of R[source], exactly as many', 'raises'],
  UnpackEx: [
    'source:reg before:int targets:dsts',
    'targets = before items, a list of the middle, the last items of R[source]',
    'raises',
  ],

  // ── Strings ──────────────────────────────────────────────────────────────────────────────────────────────────
  FormatValue: ['dst:dst value:reg', 'R[dst] = format(R[value], "")', 'raises'],
  FormatWithSpec: ['dst:dst value:reg spec:reg', 'R[dst] = format(R[value], R[spec])', 'raises'],
  ConvertValue: ['dst:dst value:reg conversion:int', 'R[dst] = str, repr or ascii (1, 2, 3) of R[value]', 'raises'],
  BuildString: ['dst:dst parts:regs', 'R[dst] = the parts, which are str, concatenated'],
  BuildInterpolation: [
    'dst:dst value:reg text:reg conversion:int spec:reg',
    'R[dst] = Interpolation(R[value], R[text], conversion 0..3, R[spec])',
  ],
  BuildTemplate: ['dst:dst strings:reg interpolations:reg', 'R[dst] = Template of the two tuples'],

  // ── Control flow. Loops jump backwards with LoopBack only: it is the safepoint and the counter of the JIT ────
  Jump: ['target:label', 'go to target (forwards)', 'jumps ends'],
  LoopBack: ['target:label cache:ic', 'go to target (backwards); safepoint', 'raises jumps ends'],
  JumpIfTrue: ['condition:reg target:label', 'if R[condition] is true, go to target', 'raises jumps'],
  JumpIfFalse: ['condition:reg target:label', 'if R[condition] is false, go to target', 'raises jumps'],
  JumpIfNone: ['value:reg target:label', 'if R[value] is None, go to target', 'jumps'],
  JumpIfNotNone: ['value:reg target:label', 'if R[value] is not None, go to target', 'jumps'],
  GetIter: ['dst:dst iterable:reg cache:ic', 'R[dst] = iter(R[iterable])', 'raises'],
  ForIter: [
    'dst:dst iterator:reg exit:label cache:ic',
    'R[dst] = next(R[iterator]), or go to exit when it is exhausted',
    'raises jumps',
  ],
  Return: ['value:reg', 'leave the frame with R[value]', 'ends'],
  ReturnNone: ['', 'leave the frame with None', 'ends'],

  // ── Functions and classes ────────────────────────────────────────────────────────────────────────────────────
  MakeFunction: [
    'dst:dst code:const closure:regs',
    'R[dst] = function of K[code] in these globals; closure are registers with its cells',
  ],
  SetFunctionPart: [
    'function:reg part:int value:reg',
    'FUNCTION_PARTS[part] (defaults, kwdefaults, annotate, type_params) of R[function] = R[value]',
  ],

  // ── Exceptions ───────────────────────────────────────────────────────────────────────────────────────────────
  Raise: ['exception:reg', 'raise R[exception]', 'raises ends'],
  RaiseFrom: ['exception:reg cause:reg', 'raise R[exception] from R[cause]', 'raises ends'],
  RaiseCurrent: ['', '`raise` alone: raise again what is being handled, or RuntimeError', 'raises ends'],
  Reraise: ['exception:reg', 'continue unwinding with R[exception], no new traceback entry', 'raises ends'],
  EnterHandler: [
    'saved:dst exception:reg',
    'R[saved] = exception being handled so far (or None); from now on R[exception] is',
  ],
  LeaveHandler: ['saved:reg', 'the exception being handled is again R[saved]'],
  MatchException: ['dst:dst exception:reg type:reg', 'R[dst] = whether `except R[type]` takes R[exception]', 'raises'],
  MatchExceptionGroup: [
    'rest:dst match:dst exception:reg type:reg',
    'R[rest], R[match] = rest (or None) and match (or None) of `except* R[type]`',
    'raises',
  ],
  ExitContext: [
    'dst:dst callee:reg self:reg exception:reg',
    'R[dst] = R[callee](R[self], type, exception, traceback) of R[exception], as CallMethod',
    'raises',
  ],

  // ── Generators and coroutines ────────────────────────────────────────────────────────────────────────────────
  ReturnGenerator: [
    '',
    'first instruction of a generator, coroutine or async generator: leave the frame with a new object that owns it',
    'suspends',
  ],
  Yield: ['dst:dst value:reg', 'suspend with R[value]; R[dst] = what is sent', 'raises suspends'],
  YieldFrom: [
    'dst:dst iterator:reg',
    'send what is sent into R[iterator]: suspend with what it yields and stay here, or R[dst] = its result',
    'raises suspends',
  ],
  GetYieldFromIter: ['dst:dst iterable:reg', 'R[dst] = iterator for `yield from R[iterable]`', 'raises'],
  GetAwaitable: [
    'dst:dst value:reg where:int',
    'R[dst] = iterator for `await R[value]`; where: 0 await, 1 __aenter__, 2 __aexit__ (for the error text)',
    'raises',
  ],
  GetAsyncIter: ['dst:dst iterable:reg', 'R[dst] = aiter(R[iterable])', 'raises'],
  GetAsyncNext: ['dst:dst iterator:reg', 'R[dst] = awaitable iterator of R[iterator].__anext__()', 'raises'],
  EndAsyncFor: ['exception:reg', 'if R[exception] is not StopAsyncIteration, Reraise it', 'raises'],

  // ── Pattern matching ─────────────────────────────────────────────────────────────────────────────────────────
  MatchMapping: ['dst:dst subject:reg', 'R[dst] = whether R[subject] is a mapping'],
  MatchSequence: ['dst:dst subject:reg', 'R[dst] = whether R[subject] is a sequence for patterns'],
  MatchKeys: [
    'dst:dst subject:reg keys:reg',
    'R[dst] = tuple of values of the tuple R[keys] in R[subject], or None',
    'raises',
  ],
  MatchClass: [
    'dst:dst subject:reg type:reg positional:int names:const',
    'R[dst] = tuple of attributes for a class pattern, or None',
    'raises',
  ],
  GetLength: ['dst:dst object:reg', 'R[dst] = len(R[object])', 'raises'],

  // ── Imports ──────────────────────────────────────────────────────────────────────────────────────────────────
  ImportName: [
    'dst:dst name:name level:reg fromlist:reg',
    'R[dst] = __import__(N[name], globals, locals, R[fromlist], R[level])',
    'raises',
  ],
  ImportFrom: ['dst:dst module:reg name:name', 'R[dst] = R[module].N[name], or ImportError', 'raises'],
} as const satisfies Record<string, Row>;

export type Mnemonic = keyof typeof INSTRUCTIONS;

/** Special methods that LoadSpecial finds; the index is its operand. */
export const SPECIAL_METHODS = ['__enter__', '__exit__', '__aenter__', '__aexit__'] as const;

/** What SetFunctionPart sets; the index is its operand. */
export const FUNCTION_PARTS = ['defaults', 'kwdefaults', 'annotate', 'type_params'] as const;

/**
 * Rare operations of the language, called by CallIntrinsic with the index of their row: `name: arguments, meaning`.
 * The order is part of the serialised format.
 */
export const INTRINSICS = {
  print: ['value', 'sys.displayhook of an interactive expression statement'],
  importStar: ['module', '`from module import *` into the namespace of the frame'],
  typeVar: ['name', 'TypeVar without bound'],
  typeVarBound: ['name evaluator', 'TypeVar whose bound is evaluated lazily by a function'],
  typeVarConstraints: ['name evaluator', 'TypeVar whose constraints are evaluated lazily'],
  paramSpec: ['name', 'ParamSpec'],
  typeVarTuple: ['name', 'TypeVarTuple'],
  typeParamDefault: ['parameter evaluator', 'the type parameter, with a lazily evaluated default (PEP 696)'],
  typeAlias: ['name parameters evaluator', 'TypeAliasType; parameters is a tuple or None'],
  genericBase: ['parameters', 'typing.Generic[parameters], the implicit base of a generic class'],
  prepareReraiseStar: [
    'original exceptions',
    'what a finished `except*` statement raises, or None (exceptions: list of raised and unhandled)',
  ],
  stopIterationError: [
    'exception',
    'RuntimeError for a StopIteration that leaves a generator (PEP 479), else the exception itself',
  ],
  asyncGeneratorValue: ['value', 'the value, marked as yielded by an async generator'],
  unsupportedAnnotationFormat: [
    'format',
    'raise NotImplementedError if an annotate function is called with format > 2 (PEP 749)',
  ],
  locals: ['', 'a dict of the class or module namespace, as locals() gives it'],
  setupAnnotations: [
    '',
    'store an empty dict as __annotations__ of the namespace unless it has one (from __future__ import annotations)',
  ],
} as const satisfies Record<string, readonly [args: string, meaning: string]>;

export type Intrinsic = keyof typeof INTRINSICS;
