/** `_types`: names for types that the language itself makes. */
import { codeType } from '../../interpreter/code-type.ts';
import { asyncGeneratorType } from '../../interpreter/async-generator.ts';
import { frameType } from '../../interpreter/frame-type.ts';
import { cellType, functionType, methodType } from '../../interpreter/function-types.ts';
import { coroutineType, generatorType } from '../../interpreter/generator-types.ts';
import { tracebackType } from '../../interpreter/traceback.ts';
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import {
  builtinFunctionType,
  classMethodDescriptorType,
  getsetDescriptorType,
  memberDescriptorType,
  methodDescriptorType,
  methodWrapperType,
  wrapperDescriptorType,
} from '../../objspace/types/descriptors.ts';
import { ellipsisType } from '../../objspace/types/ellipsis.ts';
import { genericAliasType } from '../../objspace/types/generic-alias.ts';
import { mappingProxyType } from '../../objspace/types/mapping-proxy.ts';
import { moduleType } from '../../objspace/types/module.ts';
import { namespaceType } from '../../objspace/types/namespace.ts';
import { noneType } from '../../objspace/types/none.ts';
import { notImplementedType } from '../../objspace/types/not-implemented.ts';
import { unionType } from '../../objspace/types/union.ts';
import { capsuleType } from './capsule.ts';

const NAMES = {
  AsyncGeneratorType: asyncGeneratorType,
  BuiltinFunctionType: builtinFunctionType,
  BuiltinMethodType: builtinFunctionType,
  CapsuleType: capsuleType,
  CellType: cellType,
  ClassMethodDescriptorType: classMethodDescriptorType,
  CodeType: codeType,
  CoroutineType: coroutineType,
  EllipsisType: ellipsisType,
  FrameType: frameType,
  FunctionType: functionType,
  GeneratorType: generatorType,
  GenericAlias: genericAliasType,
  GetSetDescriptorType: getsetDescriptorType,
  LambdaType: functionType,
  MappingProxyType: mappingProxyType,
  MemberDescriptorType: memberDescriptorType,
  MethodDescriptorType: methodDescriptorType,
  MethodType: methodType,
  MethodWrapperType: methodWrapperType,
  ModuleType: moduleType,
  NoneType: noneType,
  NotImplementedType: notImplementedType,
  SimpleNamespace: namespaceType,
  TracebackType: tracebackType,
  UnionType: unionType,
  WrapperDescriptorType: wrapperDescriptorType,
};

export const _types = builtinModule('_types', 'Define names for built-in types.', (module) => {
  for (const [name, type] of Object.entries(NAMES)) module.constant(name, type);
});
