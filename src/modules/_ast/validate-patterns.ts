/** The patterns of `match` in a tree that a program has made. */
import {
  BytesConstant,
  ComplexConstant,
  type ConstantValue,
  FloatConstant,
  isStrConstant,
} from '../../bytecode/constants.ts';
import type * as Ast from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import { checkName, positions, refuse } from './validate.ts';
import { expression } from './validate-expressions.ts';

export function validatePattern(node: Ast.PatternNode, mayBeStar: boolean): void {
  positions(node);
  switch (node.kind) {
    case Kind.MatchValue:
      literal(node.value);
      return;
    case Kind.MatchSingleton:
      if (typeof node.value !== 'boolean' && node.value !== null)
        refuse('MatchSingleton can only contain True, False and None');
      return;
    case Kind.MatchSequence:
      patterns(node.patterns, true);
      return;
    case Kind.MatchMapping:
      mapping(node);
      return;
    case Kind.MatchClass:
      classPattern(node);
      return;
    case Kind.MatchStar:
      if (!mayBeStar) refuse("can't use MatchStar here");
      capture(node.name);
      return;
    case Kind.MatchAs:
      capture(node.name);
      if (node.pattern === undefined) return;
      if (node.name === undefined) refuse('MatchAs must specify a target name if a pattern is given');
      validatePattern(node.pattern, false);
      return;
    case Kind.MatchOr:
      if (node.patterns.length < 2) refuse('MatchOr requires at least 2 patterns');
      patterns(node.patterns, false);
      return;
  }
}

function patterns(list: readonly (Ast.PatternNode | undefined)[], mayBeStar: boolean): void {
  for (const node of list) {
    if (node === undefined) refuse('None disallowed in pattern list');
    validatePattern(node, mayBeStar);
  }
}

function capture(name: string | undefined): void {
  if (name === '_') refuse("can't capture name '_' in patterns");
  checkName(name);
}

function mapping(node: Ast.MatchMapping): void {
  if (node.keys.length !== node.patterns.length)
    refuse("MatchMapping doesn't have the same number of keys as patterns");
  capture(node.rest);
  for (const key of node.keys) {
    if (key.kind === Kind.Constant && (key.value === null || typeof key.value === 'boolean')) continue;
    literal(key);
  }
  patterns(node.patterns, false);
}

function classPattern(node: Ast.MatchClass): void {
  if (node.kwd_attrs.length !== node.kwd_patterns.length) {
    refuse("MatchClass doesn't have the same number of keyword attributes as patterns");
  }
  expression(node.cls, Kind.Load);
  for (let part = node.cls; part.kind !== Kind.Name; part = part.value) {
    if (part.kind !== Kind.Attribute) refuse('MatchClass cls field can only contain Name or Attribute nodes.');
  }
  for (const name of node.kwd_attrs) checkName(name);
  patterns(node.patterns, false);
  patterns(node.kwd_patterns, false);
}

/** What a value pattern and a mapping's key may be: literals, signed and complex numbers, dotted names. */
function literal(node: Ast.ExprNode): void {
  expression(node, Kind.Load);
  switch (node.kind) {
    case Kind.Constant:
      if (!isLiteral(node.value)) refuse('unexpected constant inside of a literal pattern');
      return;
    case Kind.Attribute:
    case Kind.JoinedStr:
    case Kind.TemplateStr:
      return;
    case Kind.UnaryOp:
      if (isNegative(node, true)) return;
      break;
    case Kind.BinOp:
      if (isComplex(node)) return;
  }
  refuse('patterns may only match literals and attribute lookups');
}

/** An int, float, complex number, str or bytes. */
function isLiteral(value: ConstantValue): boolean {
  return isReal(value) || isStrConstant(value) || value instanceof BytesConstant || value instanceof ComplexConstant;
}

function isReal(value: ConstantValue): boolean {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof FloatConstant;
}

function isNegative(node: Ast.ExprNode, mayBeImaginary: boolean): boolean {
  if (node.kind !== Kind.UnaryOp || node.op !== Kind.USub || node.operand.kind !== Kind.Constant) return false;
  const { value } = node.operand;
  return isReal(value) || (mayBeImaginary && value instanceof ComplexConstant);
}

function isComplex(node: Ast.BinOp): boolean {
  if (node.op !== Kind.Add && node.op !== Kind.Sub) return false;
  const { left, right } = node;
  const hasReal = (left.kind === Kind.Constant && isReal(left.value)) || isNegative(left, false);
  return hasReal && right.kind === Kind.Constant && right.value instanceof ComplexConstant;
}
