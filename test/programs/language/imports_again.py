"""Imports of what is loaded already, relative ones among them, in functions: what they find, and what they warn of and refuse."""

import builtins
import importlib.util
import sys
import types
import warnings

package = types.ModuleType("pack")
package.__path__ = []
inner = types.ModuleType("pack.inner")
inner.value = 42
deep = types.ModuleType("pack.sub.deep")
sub = types.ModuleType("pack.sub")
sub.__path__ = []
for module in package, inner, sub, deep:
    sys.modules[module.__name__] = module
package.sub, sub.deep, package.inner = sub, deep, inner
deep.__package__ = "pack.sub"
exec(
    """
def same():
    from . import deep
    return deep
def above():
    from ..inner import value
    return value
def missing():
    from ..inner import nothing
def far():
    from ....inner import value
def class_of_module():
    from ..inner import __class__
    return __class__
""",
    deep.__dict__,
)


def tried(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for _ in range(3):
    print(tried(deep.same) is deep, tried(deep.above), tried(deep.missing), tried(deep.far), tried(deep.class_of_module))

inner.value = 43
print(deep.above())
del inner.value
print(tried(deep.above))
inner.__getattr__ = lambda name: f"made {name}"
print(deep.above())

# A spec that says otherwise is warned of.
deep.__spec__ = importlib.util.spec_from_loader("pack.other.deep", None)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(tried(deep.same) is deep, [w.category.__name__ for w in caught])
deep.__spec__ = importlib.util.spec_from_loader("pack.sub.deep", None)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(tried(deep.same) is deep, caught)

# One that is still being loaded, and one that is no module.
inner.__spec__ = importlib.util.spec_from_loader("pack.inner", None)
inner.__spec__._initializing = True
print(deep.above())
sys.modules["pack.inner"] = types.SimpleNamespace(value="of a namespace")
print(deep.above())
sys.modules["pack.inner"] = None
print(tried(deep.above))

original = builtins.__import__
builtins.__import__ = lambda *args: (args[0], type(args[1]).__name__, *args[3:])
scope = {}
exec("import os.path", scope)
answer = tried(deep.same)
builtins.__import__ = original
print(scope["os"], answer)

for package_name in None, 3, "", "nowhere":
    deep.__package__ = package_name
    with warnings.catch_warnings(record=True):
        print(tried(deep.same))
