"""Imports: packages, relative imports, __all__, __getattr__ of modules, submodules, importlib, sys.modules, __main__."""
import importlib
import importlib.util
import sys
import types

import parcel
import parcel.inner.deep as deep
from parcel import alpha, lazy_value, renamed as other
from parcel.inner import *
from parcel.inner import deep as deep_again, public as p
from parcel.star import *

print(parcel.__name__, parcel.__package__, parcel.__path__[0].rsplit("/", 1)[1], parcel.__spec__.name, parcel.__spec__.parent, parcel.__file__.rsplit("/", 2)[1:], parcel.__doc__)
print(alpha, lazy_value, other, deep is deep_again, deep.where, deep.parent_name, deep.sibling, public(), p is public, "_hidden" in globals(), star_one, "star_two" in globals(), _star_listed)
print(parcel.inner.deep is sys.modules["parcel.inner.deep"], hasattr(parcel, "unloaded"), "parcel.unloaded" in sys.modules)
from parcel import unloaded

print(unloaded.__name__, parcel.unloaded is unloaded, dir(parcel), parcel.counter)
importlib.reload(parcel.unloaded)
print(parcel.counter, importlib.import_module(".deep", "parcel.inner") is deep, importlib.import_module("parcel.inner.deep") is deep)
for name in ("missing_attr", "lazy_other"):
    try:
        print(getattr(parcel, name))
    except AttributeError as error:
        print(error)
try:
    from parcel import nothing_like_this
except ImportError as error:
    print(error.name, error.name_from, str(error).split(" (")[0])
try:
    parcel.inner.too_deep()
except ImportError as error:
    print(error)
module = types.ModuleType("made", "made doc")
module.value = 5
sys.modules["made"] = module
import made
from made import value

print(made, value, made.__doc__, made.__spec__, vars(made).keys() >= {"value"}, type(made))
sys.modules["odd"] = 42
import odd

print(odd)
sys.modules["replaced"] = types.SimpleNamespace(x=1)
from replaced import x

print(x, __name__, __spec__, sys.modules["__main__"].__name__, __file__.rsplit("/", 1)[1])
spec = importlib.util.find_spec("parcel.inner.deep")
print(spec.name, spec.origin.rsplit("/", 1)[1], spec.submodule_search_locations, importlib.util.find_spec("nowhere_at_all"), spec.has_location, type(spec.loader).__name__)
second = importlib.util.module_from_spec(spec)
spec.loader.exec_module(second)
print(second is deep, second.where)


class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name.startswith("virtual"):
            print("finding", name, path)
            return importlib.util.spec_from_loader(name, Loader(), is_package=name == "virtual")


class Loader:
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.content = f"content of {module.__name__}"


sys.meta_path.append(Finder)
import virtual.sub

print(virtual.content, virtual.sub.content, virtual.__path__, virtual.sub.__spec__.parent)


class Attrs(types.ModuleType):
    @property
    def computed(self):
        return "property of a module"

    def __call__(self):
        return "called"


parcel.__class__ = Attrs
print(parcel.computed, parcel(), type(parcel).__name__)


def local_import():
    import math as m
    from os import path, sep as s

    return m.floor(2.5), s, sorted(k for k in locals())


print(local_import())


class C:
    import string

    from json import dumps as d


print(C.string.digits, C.d([1]))
print(__import__("parcel.inner.deep").__name__, __import__("parcel.inner.deep", fromlist=["where"]).__name__, __import__("deep", {"__package__": "parcel.inner", "__name__": "parcel.inner.q"}, None, ["where"], 1).where)
