/** Which emitter compiles which kind of node. */
import * as Kind from '../../syntax/node-kinds.generated.ts';
import { annotatedAssign } from './annotations.ts';
import { augmentedAssign } from './augmented.ts';
import { call } from './calls.ts';
import { classStatement } from './class.ts';
import { dictComprehension, generatorExpression, listComprehension, setComprehension } from './comprehensions.ts';
import * as Conditions from './conditions.ts';
import { installEmitters } from './dispatch.ts';
import { dict, list, set, tuple } from './displays.ts';
import * as Expressions from './expressions.ts';
import { functionStatement, lambda } from './function.ts';
import { awaitExpression, yieldExpression, yieldFromExpression } from './generators.ts';
import { importFromStatement, importStatement } from './imports.ts';
import { asyncForStatement, breakStatement, continueStatement, forStatement, whileStatement } from './loops.ts';
import * as Match from './match.ts';
import * as Statements from './statements.ts';
import * as Strings from './strings.ts';
import { assign, deleteStatement } from './targets.ts';
import { raiseStatement, tryStarStatement, tryStatement } from './try.ts';
import { typeAliasStatement } from './type-parameters.ts';
import { withStatement } from './with.ts';

installEmitters({
  expressions: {
    [Kind.BoolOp]: Conditions.booleanOperation,
    [Kind.NamedExpr]: Expressions.namedExpression,
    [Kind.BinOp]: Expressions.binaryOperation,
    [Kind.UnaryOp]: Expressions.unaryOperation,
    [Kind.Lambda]: lambda,
    [Kind.IfExp]: Conditions.conditional,
    [Kind.Dict]: dict,
    [Kind.Set]: set,
    [Kind.ListComp]: listComprehension,
    [Kind.SetComp]: setComprehension,
    [Kind.DictComp]: dictComprehension,
    [Kind.GeneratorExp]: generatorExpression,
    [Kind.Await]: awaitExpression,
    [Kind.Yield]: yieldExpression,
    [Kind.YieldFrom]: yieldFromExpression,
    [Kind.Compare]: Conditions.comparison,
    [Kind.Call]: call,
    [Kind.FormattedValue]: Strings.formattedValue,
    [Kind.Interpolation]: Strings.interpolation,
    [Kind.JoinedStr]: Strings.joinedString,
    [Kind.TemplateStr]: Strings.templateString,
    [Kind.Constant]: Expressions.constant,
    [Kind.Attribute]: Expressions.attribute,
    [Kind.Subscript]: Expressions.subscript,
    [Kind.Starred]: Expressions.misplacedStar,
    [Kind.Name]: Expressions.name,
    [Kind.List]: list,
    [Kind.Tuple]: tuple,
    [Kind.Slice]: Expressions.slice,
  },
  statements: {
    [Kind.FunctionDef]: functionStatement,
    [Kind.AsyncFunctionDef]: functionStatement,
    [Kind.ClassDef]: classStatement,
    [Kind.Return]: Statements.returnStatement,
    [Kind.Delete]: deleteStatement,
    [Kind.Assign]: assign,
    [Kind.TypeAlias]: typeAliasStatement,
    [Kind.AugAssign]: augmentedAssign,
    [Kind.AnnAssign]: annotatedAssign,
    [Kind.For]: forStatement,
    [Kind.AsyncFor]: asyncForStatement,
    [Kind.While]: whileStatement,
    [Kind.If]: Statements.ifStatement,
    [Kind.With]: withStatement,
    [Kind.AsyncWith]: withStatement,
    [Kind.Match]: Match.matchStatement,
    [Kind.Raise]: raiseStatement,
    [Kind.Try]: tryStatement,
    [Kind.TryStar]: tryStarStatement,
    [Kind.Assert]: Statements.assertStatement,
    [Kind.Import]: importStatement,
    [Kind.ImportFrom]: importFromStatement,
    [Kind.Global]: Statements.nothing,
    [Kind.Nonlocal]: Statements.nothing,
    [Kind.Expr]: Statements.expressionStatement,
    [Kind.Pass]: Statements.pass,
    [Kind.Break]: breakStatement,
    [Kind.Continue]: continueStatement,
  },
  patterns: {
    [Kind.MatchValue]: Match.valuePattern,
    [Kind.MatchSingleton]: Match.singletonPattern,
    [Kind.MatchSequence]: Match.sequencePattern,
    [Kind.MatchMapping]: Match.mappingPattern,
    [Kind.MatchClass]: Match.classPattern,
    [Kind.MatchStar]: Match.misplacedStar,
    [Kind.MatchAs]: Match.asPattern,
    [Kind.MatchOr]: Match.orPattern,
  },
  conditions: {
    [Kind.BoolOp]: Conditions.booleanCondition,
    [Kind.UnaryOp]: Conditions.unaryCondition,
    [Kind.IfExp]: Conditions.conditionalCondition,
    [Kind.Compare]: Conditions.comparisonCondition,
    [Kind.Name]: Conditions.nameCondition,
  },
  valueCondition: Conditions.valueCondition,
});
