/** `builtins`: the table of contents. Types are declared in objspace/types, functions beside this file. */
import { builtinModule } from '../../objspace/gateway/builtin-module.ts';
import '../../objspace/codecs/handler-functions.ts';
import '../../objspace/types/exceptions/exceptions.ts';
import { exceptionTypes } from '../../objspace/exception.ts';
import { boolType } from '../../objspace/types/bool.ts';
import { bytearrayType } from '../../objspace/types/bytes/bytearray.ts';
import { bytesType } from '../../objspace/types/bytes/bytes.ts';
import { complexType } from '../../objspace/types/complex.ts';
import { classMethodType, propertyType, staticMethodType } from '../../objspace/types/descriptors.ts';
import { dictType } from '../../objspace/types/dict/dict-type.ts';
import { Ellipsis } from '../../objspace/types/ellipsis.ts';
import { enumerateType } from '../../objspace/types/enumerate.ts';
import { filterType } from '../../objspace/types/filter.ts';
import { floatType } from '../../objspace/types/float.ts';
import { intType } from '../../objspace/types/int/int.ts';
import { listType } from '../../objspace/types/list/list-type.ts';
import { mapType } from '../../objspace/types/map.ts';
import { memoryviewType } from '../../objspace/types/memoryview.ts';
import { NotImplemented } from '../../objspace/types/not-implemented.ts';
import { objectType } from '../../objspace/types/object.ts';
import { rangeType } from '../../objspace/types/range.ts';
import { reversedType } from '../../objspace/types/reversed.ts';
import { frozensetType, setType } from '../../objspace/types/set/set.ts';
import { sliceType } from '../../objspace/types/slice.ts';
import { strType } from '../../objspace/types/str/str.ts';
import { superType } from '../../objspace/types/super.ts';
import { tupleType } from '../../objspace/types/tuple.ts';
import { typeType } from '../../objspace/types/type.ts';
import { zipType } from '../../objspace/types/zip.ts';
import { services } from '../../interpreter/services.ts';
import { defineAttributes } from './attributes.ts';
import { defineClasses } from './classes.ts';
import { defineEvaluation } from './evaluation.ts';
import { defineIteration } from './iteration.ts';
import { defineNumbers } from './numbers.ts';
import { defineStreams } from './streams.ts';

export const builtins = builtinModule(
  'builtins',
  "Built-in functions, types, exceptions, and other objects.\n\nThis module provides direct access to all 'built-in'\nidentifiers of Python; for example, builtins.len is\nthe full name for the built-in function len().\n\nThis module is not normally accessed explicitly by most\napplications, but can be useful in modules that provide\nobjects with the same name as a builtin and need the\nbuilt-in object itself.",
  (module) => {
    defineClasses(module);
    defineEvaluation(module);
    defineNumbers(module);
    defineIteration(module);
    defineAttributes(module);
    defineStreams(module);
    module.constant('None', null);
    module.constant('Ellipsis', Ellipsis);
    module.constant('NotImplemented', NotImplemented);
    module.constant('False', false);
    module.constant('True', true);
    module.types(
      boolType,
      memoryviewType,
      bytearrayType,
      bytesType,
      classMethodType,
      complexType,
      dictType,
      enumerateType,
      filterType,
      floatType,
      frozensetType,
      propertyType,
      intType,
      listType,
      mapType,
      objectType,
      rangeType,
      reversedType,
      setType,
      sliceType,
      staticMethodType,
      strType,
      superType,
      tupleType,
      typeType,
      zipType,
    );
    module.constant('__debug__', services().options.optimize === 0);
    for (const [name, type] of Object.entries(exceptionTypes)) module.constant(name, type);
    module.constant('EnvironmentError', exceptionTypes['OSError']);
    module.constant('IOError', exceptionTypes['OSError']);
  },
);
