/** `PyCapsule`: the type by which C extensions hand each other pointers. There are none here, but the type has a name in `types`. */
import { builtinType } from '../../objspace/gateway/builtin-type.ts';
import { objectType } from '../../objspace/types/object.ts';

export const capsuleType = builtinType('PyCapsule', {
  base: objectType,
  isBaseType: false,
  doc: `
    Capsule objects let you wrap a C "void *" pointer in a Python
    object.  They're a way of passing data through the Python interpreter
    without creating your own custom type.

    Capsules are used for communication between extension modules.
    They provide a way for an extension module to export a C interface
    to other extension modules, so that extension modules can use the
    Python import mechanism to link to one another.
  `,
});
