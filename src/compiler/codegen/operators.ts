/** Which instructions the operators are: names of the writer's methods, with two registers or with a small int on the right. */
import type { CmpOpKind, OperatorKind } from '../../syntax/ast.generated.ts';
import * as Kind from '../../syntax/node-kinds.generated.ts';
import type { FunctionBuilder } from '../backend/function-builder.ts';

/** The methods that emit an instruction with one destination and two operands. */
type Method = {
  [K in keyof FunctionBuilder]: FunctionBuilder[K] extends (dst: number, left: number, right: number) => void
    ? K
    : never;
}[keyof FunctionBuilder];

export const BINARY: Readonly<Record<OperatorKind, Method>> = {
  [Kind.Add]: 'add',
  [Kind.Sub]: 'subtract',
  [Kind.Mult]: 'multiply',
  [Kind.Div]: 'trueDivide',
  [Kind.FloorDiv]: 'floorDivide',
  [Kind.Mod]: 'modulo',
  [Kind.Pow]: 'power',
  [Kind.MatMult]: 'matrixMultiply',
  [Kind.LShift]: 'leftShift',
  [Kind.RShift]: 'rightShift',
  [Kind.BitAnd]: 'bitAnd',
  [Kind.BitOr]: 'bitOr',
  [Kind.BitXor]: 'bitXor',
};

export const BINARY_INT: Readonly<Partial<Record<OperatorKind, Method>>> = {
  [Kind.Add]: 'addInt',
  [Kind.Sub]: 'subtractInt',
  [Kind.Mult]: 'multiplyInt',
  [Kind.FloorDiv]: 'floorDivideInt',
  [Kind.Mod]: 'moduloInt',
  [Kind.LShift]: 'leftShiftInt',
  [Kind.RShift]: 'rightShiftInt',
  [Kind.BitAnd]: 'bitAndInt',
};

export const INPLACE: Readonly<Record<OperatorKind, Method>> = {
  [Kind.Add]: 'inplaceAdd',
  [Kind.Sub]: 'inplaceSubtract',
  [Kind.Mult]: 'inplaceMultiply',
  [Kind.Div]: 'inplaceTrueDivide',
  [Kind.FloorDiv]: 'inplaceFloorDivide',
  [Kind.Mod]: 'inplaceModulo',
  [Kind.Pow]: 'inplacePower',
  [Kind.MatMult]: 'inplaceMatrixMultiply',
  [Kind.LShift]: 'inplaceLeftShift',
  [Kind.RShift]: 'inplaceRightShift',
  [Kind.BitAnd]: 'inplaceBitAnd',
  [Kind.BitOr]: 'inplaceBitOr',
  [Kind.BitXor]: 'inplaceBitXor',
};

export const INPLACE_INT: Readonly<Partial<Record<OperatorKind, Method>>> = {
  [Kind.Add]: 'inplaceAddInt',
  [Kind.Sub]: 'inplaceSubtractInt',
  [Kind.Mult]: 'inplaceMultiplyInt',
  [Kind.FloorDiv]: 'inplaceFloorDivideInt',
  [Kind.Mod]: 'inplaceModuloInt',
  [Kind.LShift]: 'inplaceLeftShiftInt',
  [Kind.RShift]: 'inplaceRightShiftInt',
  [Kind.BitAnd]: 'inplaceBitAndInt',
};

export const COMPARISON: Readonly<Record<CmpOpKind, Method>> = {
  [Kind.Eq]: 'equal',
  [Kind.NotEq]: 'notEqual',
  [Kind.Lt]: 'less',
  [Kind.LtE]: 'lessEqual',
  [Kind.Gt]: 'greater',
  [Kind.GtE]: 'greaterEqual',
  [Kind.Is]: 'is',
  [Kind.IsNot]: 'isNot',
  [Kind.In]: 'in',
  [Kind.NotIn]: 'notIn',
};

export const COMPARISON_INT: Readonly<Partial<Record<CmpOpKind, Method>>> = {
  [Kind.Eq]: 'equalInt',
  [Kind.NotEq]: 'notEqualInt',
  [Kind.Lt]: 'lessInt',
  [Kind.LtE]: 'lessEqualInt',
  [Kind.Gt]: 'greaterInt',
  [Kind.GtE]: 'greaterEqualInt',
};
