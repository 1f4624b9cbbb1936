"""Imports: packages on a path made here, relative and circular ones, __all__, lazy attributes, reload, finders and loaders, shadowing, errors."""
import importlib
import importlib.abc
import importlib.util
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

FILES = {
    "pack/__init__.py": "print('init', __name__, __package__, len(__path__))\nfrom . import first as renamed\nfrom .sub import *\n__all__ = ['first', 'lazy', 'renamed']\n"
    "def __getattr__(name):\n    if name == 'lazy':\n        from . import second\n        return second.VALUE\n    raise AttributeError(f'pack has no {name}')\ndef __dir__():\n    return ['dir', 'of', 'pack']\n",
    "pack/first.py": "print('first', __name__, __spec__.parent)\nimport pack\nhas = hasattr(pack, 'first')\n",
    "pack/second.py": "VALUE = 'lazy value'\nfrom pack.sub import deep as d\nfrom .sub.deep import up\n",
    "pack/sub/__init__.py": "__all__ = ['public', '_listed']\npublic = 1\n_listed = 2\nhidden = 3\n",
    "pack/sub/deep.py": "from .. import first\nfrom ..first import has as up\nimport pack.sub as me\n",
    "circle_a.py": "import circle_b\nA = circle_b.B + 1\n",
    "circle_b.py": "import circle_a\nB = 1\ntry:\n    circle_a.A\nexcept AttributeError as error:\n    text = str(error)\n",
    "circle_c.py": "from circle_d import D\nC = 1\n",
    "circle_d.py": "from circle_c import C\nD = 1\n",
    "broken.py": "x = 1\n1 / 0\n",
    "syntax.py": "def f(:\n    pass\n",
    "counted.py": "import builtins\nbuiltins.count = getattr(builtins, 'count', 0) + 1\nvalue = [builtins.count]\n",
    "replaced.py": "import sys\nsys.modules[__name__] = 'not a module'\n",
    "space/inner.py": "where = __name__\n",
    "beyond.py": "from . import x\n",
    "stars.py": "a = 1\n_b = 2\nc__ = 3\nimport sys as system\n",
    "badall.py": "__all__ = ['missing']\n",
    "badall2.py": "__all__ = [3]\n",
    "dotted/__init__.py": "import dotted.leaf\nleaf_name = leaf.__name__\n",
    "dotted/leaf.py": "",
    "pack/__main__.py": "print('run', __name__, __package__)\n",
}


@contextmanager
def on_path(folder):
    before = set(sys.modules)
    sys.path.insert(0, folder)
    try:
        yield
    finally:
        sys.path.remove(folder)
        for name in set(sys.modules) - before:
            del sys.modules[name]


def attempt(source, **scope):
    try:
        exec(source, scope)
        scope.pop("__builtins__")
        print(f"{source!r}:", {k: getattr(v, "__name__", v) for k, v in sorted(scope.items())})
    except BaseException as error:
        text = str(error).replace(FOLDER, "FOLDER")
        print(f"{source!r}: {type(error).__name__}: {text}", f"[{error.name}]" if isinstance(error, ImportError) else "")


with tempfile.TemporaryDirectory() as FOLDER, on_path(FOLDER):
    for path, text in FILES.items():
        file = Path(FOLDER, path)
        file.parent.mkdir(exist_ok=True, parents=True)
        file.write_text(text)
    importlib.invalidate_caches()
    for source in [
        "import pack", "import pack.sub.deep", "import pack.sub.deep as d", "from pack import *", "from pack import lazy, renamed as r", "from pack import absent", "import pack.absent", "from pack.sub import hidden, deep", "from pack.sub import *", "import pack.first.more", "import circle_a", "import circle_d", "import broken",
        "import syntax", "import counted, counted", "import replaced", "import space.inner", "import space", "import beyond", "from stars import *", "from badall import *", "from badall2 import *", "import dotted", "import absent_module", "import absent_module.sub", "from absent_module import x", "import sys.path", "from sys import path_hooks, nope", "from . import x", "from .. import y",
        "__import__('')", "__import__('pack', level=-1)", "__import__(3)", "x = __import__('pack.sub.deep')", "x = __import__('pack.sub', fromlist=['deep', 'other'])", "x = __import__('sub', {'__package__': 'pack'}, level=1)", "x = __import__('first', {'__name__': 'pack.z', '__package__': None}, level=1)", "__import__('a', {'__package__': 3}, level=1)", "__import__('x', {'__package__': 'pack'}, level=4)",
    ]:  # fmt: skip
        attempt(source)
    print("broken" in sys.modules, "syntax" in sys.modules, sorted(m for m in sys.modules if m.startswith("pack")))
    import circle_b
    import counted
    import pack

    print(circle_b.text.replace(FOLDER, "FOLDER"), dir(pack), pack.sub.deep.me is pack.sub, pack.first.has, pack.__spec__.submodule_search_locations == pack.__path__, pack.sub.__spec__.parent, pack.first.__spec__.parent, pack.__file__.endswith("__init__.py"))
    old = counted.value
    again = importlib.reload(counted)
    print(again is counted, counted.value, old, importlib.import_module(".sub.deep", "pack").__name__, importlib.util.resolve_name("..x", "a.b.c"))
    for action in lambda: importlib.import_module(".x"), lambda: importlib.reload(3), lambda: importlib.util.resolve_name("...x", "a"), lambda: importlib.util.find_spec("pack.nope"), lambda: importlib.util.find_spec("pack.first").name, lambda: importlib.util.find_spec("nope.nope"), lambda: importlib.util.find_spec(".sub", "pack").name:
        try:
            print(action())
        except (ImportError, TypeError, ValueError, AttributeError) as error:
            print(type(error).__name__, error)
    sys.modules["blocked"] = None
    attempt("import blocked")
    sys.modules["pack.virtual"] = "anything"
    attempt("from pack import virtual")
    attempt("import pack.virtual as v")
    spec = importlib.util.spec_from_file_location("other_name", Path(FOLDER, "stars.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    print(module.__name__, module.a, module.__spec__ is spec, "other_name" in sys.modules, repr(module).replace(FOLDER, "FOLDER"))
    lazy = importlib.util.LazyLoader(importlib.util.find_spec("space.inner").loader)
    print(type(lazy).__name__, type(importlib.util.find_spec("space").loader).__name__, importlib.util.find_spec("space").origin, importlib.util.find_spec("sys").origin)


class Made(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path=None, target=None):
        if name.startswith("made_"):
            print("finding", name, path)
            return importlib.util.spec_from_loader(name, self, is_package=name.endswith("pkg"), origin="thin air")

    def create_module(self, spec):
        return None if "plain" in spec.name else type(sys)(spec.name, "doc")

    def exec_module(self, module):
        if "fails" in module.__name__:
            raise RuntimeError("in exec_module")
        module.value = len(module.__name__)


finder = Made()
sys.meta_path.insert(0, finder)
for source in "import made_plain", "import made_pkg.sub", "from made_pkg import value, sub2", "import made_fails", "import made_plain as p; r = repr(p); s = p.__spec__.origin; f = hasattr(p, '__file__'); l = type(p.__loader__)":
    attempt(source)
sys.meta_path.remove(finder)
print("made_fails" in sys.modules, sys.modules["made_pkg"].__path__, sys.modules["made_pkg"].__package__)
import builtins  # noqa: E402

real = builtins.__import__


def spying(name, globals=None, locals=None, fromlist=(), level=0):
    print("import of", name, fromlist, level)
    return real(name, globals, locals, fromlist, level)


builtins.__import__ = spying
import math as m, sys as s  # noqa: E402, E401
from math import pi, tau as t  # noqa: E402, F401

builtins.__import__ = real
print(m.pi == pi, s is sys)
