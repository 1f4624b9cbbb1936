"""importlib, pkgutil, runpy, zipimport: packages made on disk and in archives, finders and loaders of one's own."""
import importlib
import importlib.abc
import importlib.machinery
import importlib.metadata
import importlib.resources
import importlib.util
import os
import pkgutil
import runpy
import sys
import tempfile
import types
import zipfile
import zipimport
from pathlib import Path

sys.dont_write_bytecode = True


def write(root, files):
    for name, text in files.items():
        path = Path(root, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


with tempfile.TemporaryDirectory() as folder:
    write(folder, {
        "pack/__init__.py": "print('init pack')\n__all__ = ['alpha', 'value']\nvalue = 1\ndef __getattr__(name):\n    if name == 'lazy':\n        return 'made lazily'\n    raise AttributeError(f'pack has no {name}')\n",
        "pack/alpha.py": "from . import value\nfrom .sub.deep import name as deep_name\ntotal = value + 1\n",
        "pack/sub/__init__.py": "",
        "pack/sub/deep.py": "name = __name__\npackage = __package__\nfrom ..beta import BETA\n",
        "pack/beta.py": "BETA = 'b'\n",
        "pack/__main__.py": "import sys\nprint('main of', __name__, __package__, sys.argv[1:])\nresult = 42\n",
        "pack/data/text.txt": "resource ünïcode\n",
        "pack/broken.py": "x = 1\ny = = 2\n",
        "pack/failing.py": "import pack.beta\nraise RuntimeError('at import')\n",
        "circular_a.py": "import circular_b\nfrom circular_b import late\n",
        "circular_b.py": "import circular_a\nfrom circular_a import missing\nlate = 1\n",
        "space/one/mod.py": "where = 'one'\n",
        "single.py": "alone = __name__\n",
        "plain.py": "counter = globals().get('counter', 0) + 1\nif __name__ == '__main__': print('plain as main', counter)\n",
        "info-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: info\nVersion: 1.0\nSummary: A test\nRequires-Dist: other>=2; extra == 'x'\n\nBody\n",
        "info-1.0.dist-info/entry_points.txt": "[corpus.plugins]\nbeta = pack.beta:BETA\nalpha = pack.alpha\n",
        "info-1.0.dist-info/RECORD": "pack/__init__.py,,\n",
    })  # fmt: skip
    sys.path.insert(0, folder)
    importlib.invalidate_caches()
    import pack
    from pack import alpha, lazy

    print(pack.value, lazy, alpha.total, alpha.deep_name, sys.modules["pack.sub.deep"].package, pack.sub.deep.BETA, pack.__spec__.name, Path(pack.__file__).name, [Path(p).name for p in pack.__path__], pack.__package__, alpha.__spec__.parent)
    for statement in ["import pack.gamma", "from pack import gamma", "import pack.broken", "import pack.failing", "import circular_a", "import no.such.thing", "from pack.alpha import nothing", "from .x import y", "import plain.sub", "from pack import *\nprint(sorted(n for n in dir() if n in ('alpha', 'value')))", "pack.oops"]:
        try:
            exec(statement, {"pack": pack, "__name__": "importer"})
        except (ImportError, SyntaxError, RuntimeError, AttributeError) as error:
            print(f"{statement.splitlines()[0]!r}: {type(error).__name__}: {str(error).replace(folder, 'DIR').replace(os.sep, '/')} | {getattr(error, 'name', None)}")
    print("pack.failing" in sys.modules, "pack.beta" in sys.modules, importlib.import_module(".beta", "pack").BETA, importlib.import_module("pack.sub.deep").name)
    import plain

    print(plain.counter, importlib.reload(plain).counter, plain.counter)
    import space.one.mod

    print(space.one.mod.where, space.__file__ if hasattr(space, "__file__") else "namespace", type(space.__path__).__name__, space.__spec__.origin)
    spec = importlib.util.find_spec("pack.beta")
    print(spec.name, type(spec.loader).__name__, Path(spec.origin).name, spec.has_location, importlib.util.find_spec("nothing_here"), importlib.util.resolve_name("..x", "a.b.c"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    print(module.BETA, module is sys.modules["pack.beta"], spec.loader.get_source("pack.beta"), spec.loader.is_package("pack.beta"))
    path_spec = importlib.util.spec_from_file_location("by_path", Path(folder, "plain.py"))
    by_path = importlib.util.module_from_spec(path_spec)
    path_spec.loader.exec_module(by_path)
    print(by_path.counter, by_path.__name__, "by_path" in sys.modules)
    print([(m.name, m.ispkg) for m in pkgutil.iter_modules([folder])], [m.name for m in pkgutil.iter_modules(pack.__path__, "pack.")], [m.name for m in pkgutil.walk_packages(pack.sub.__path__, "pack.sub.")], pkgutil.resolve_name("pack.sub.deep:name"), pkgutil.get_data("pack", "data/text.txt").decode())
    print(importlib.resources.files("pack").joinpath("data", "text.txt").read_text(encoding="utf-8"), importlib.resources.read_text("pack", "data", "text.txt", encoding="utf-8"), sorted(p.name for p in importlib.resources.files(pack).iterdir() if p.name.endswith(".py")))
    distribution = importlib.metadata.distribution("info")
    print(distribution.version, distribution.metadata["Summary"], distribution.requires, importlib.metadata.version("info"), [(e.name, e.value) for e in importlib.metadata.entry_points(group="corpus.plugins")], importlib.metadata.entry_points(group="corpus.plugins")["beta"].load(), [str(f) for f in distribution.files])
    try:
        importlib.metadata.version("not-installed")
    except importlib.metadata.PackageNotFoundError as error:
        print(error)
    print(runpy.run_module("pack", run_name="ran")["result"], runpy.run_path(os.path.join(folder, "plain.py"), init_globals={"counter": 10}, run_name="__main__")["counter"], runpy.run_module("single")["alone"])
    try:
        runpy.run_module("pack.sub")
    except ImportError as error:
        print(error)

    archive = os.path.join(folder, "lib.zip")
    with zipfile.ZipFile(archive, "w") as z:
        z.writestr("zipped/__init__.py", "from .inner import x\n")
        z.writestr("zipped/inner.py", "x = 'from the archive'\ndef fail():\n    raise ValueError('in a zip')\n")
        z.writestr("zipped/data.txt", "zip data")
        z.writestr("__main__.py", "print('zip main', __name__)\nvalue = 7\n")
    sys.path.insert(0, archive)
    import zipped

    print(zipped.x, type(zipped.__loader__).__name__, zipped.__file__.replace(folder, "DIR").replace(os.sep, "/"), pkgutil.get_data("zipped", "data.txt"), [m.name for m in pkgutil.iter_modules(zipped.__path__)], runpy.run_path(archive)["value"])
    importer = zipimport.zipimporter(archive)
    print(importer.is_package("zipped"), importer.get_source("zipped"), importer.find_spec("gone"), importer.get_data("zipped/data.txt"), importer.archive == archive)
    try:
        zipimport.zipimporter(os.path.join(folder, "plain.py"))
    except zipimport.ZipImportError as error:
        print(str(error).split(":")[0])
    sys.path[:2] = []


class Virtual(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    sources = {"virtual": "from virtual.part import answer", "virtual.part": "answer = __name__.count('.') * 42"}

    def find_spec(self, name, path, target=None):
        if name in self.sources:
            return importlib.machinery.ModuleSpec(name, self, is_package=name == "virtual")

    def create_module(self, spec):
        module = types.ModuleType(spec.name)
        module.created = True
        return module

    def exec_module(self, module):
        exec(self.sources[module.__name__], module.__dict__)


sys.meta_path.insert(0, Virtual())
import virtual  # noqa: E402

print(virtual.answer, virtual.created, virtual.__spec__.loader.__class__.__name__, virtual.__path__, virtual.part.__name__)
lazy_spec = importlib.util.find_spec("virtual.part")
print(importlib.util.LazyLoader.factory(Virtual).__name__, lazy_spec.parent, importlib.machinery.all_suffixes()[:1], isinstance(sys.meta_path[0], importlib.abc.MetaPathFinder), importlib.util.source_hash(b"x") == importlib.util.source_hash(b"x"))
sys.meta_path.pop(0)
for wrong in [lambda: importlib.import_module(".x"), lambda: importlib.reload(3), lambda: importlib.import_module(""), lambda: importlib.util.resolve_name("....x", "a"), lambda: importlib.import_module(5), lambda: importlib.reload(types.ModuleType("stray"))]:
    try:
        print("fine", wrong())
    except (ImportError, TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
