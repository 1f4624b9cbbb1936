"""A text pipeline with plugins: modules written to a folder, discovered, loaded, ordered by their needs, and allowed to fail alone."""
import importlib.util
import inspect
import sys
import tempfile
import textwrap
import types
from contextlib import ExitStack, contextmanager
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Protocol, runtime_checkable

PLUGINS = {
    "upper.py": '''
        """Shouts."""
        API = 2
        def transform(text, *, times: int = 1):
            return text.upper() + "!" * times
    ''',
    "numbering.py": '''
        """Numbers the lines."""
        API = 2
        AFTER = ["upper"]
        class Plugin:
            separator = ": "
            def __init__(self, services):
                self.services = services
                services.register("count", lambda: self.count)
                self.count = 0
            def transform(self, text, *, start: int = 1):
                lines = text.splitlines()
                self.count += len(lines)
                return "\\n".join(f"{n}{self.separator}{line}" for n, line in enumerate(lines, start))
            def close(self):
                self.services.log(f"numbered {self.count} lines")
    ''',
    "report/__init__.py": '''
        """A package with a helper module."""
        from .helper import frame
        API = 2
        AFTER = ["numbering"]
        def transform(text, services):
            return frame(text) + f"\\n({services['count']()} lines)"
    ''',
    "report/helper.py": '''
        def frame(text):
            width = max(map(len, text.splitlines()))
            return "\\n".join(["+" + "-" * width + "+", *(f"|{line:<{width}}|" for line in text.splitlines()), "+" + "-" * width + "+"])
    ''',
    "old.py": "API = 1\ndef transform(text): return text\n",
    "syntax_error.py": "def transform(text:\n",
    "raises.py": "API = 2\nraise RuntimeError('refuses to load')\n",
    "nothing.py": "API = 2\n",
    "flaky.py": '''
        """Fails on some texts."""
        API = 2
        AFTER = ["report", "missing"]
        def transform(text):
            if "QUICK" in text:
                raise ValueError("too quick")
            return text.replace("|", "!")
    ''',
    "_private.py": "raise SystemExit('must not be loaded')\n",
}


@runtime_checkable
class Transformer(Protocol):
    def transform(self, text: str) -> str: ...


class PluginError(Exception):
    pass


class Services(dict):
    def __init__(self):
        super().__init__()
        self.messages = []

    def register(self, name, function):
        if name in self:
            raise PluginError(f"service {name} is registered twice")
        self[name] = function

    def log(self, message):
        self.messages.append(message)


class Manager:
    VERSION = 2

    def __init__(self, folder, options=None):
        self.folder, self.options = Path(folder), options or {}
        self.services, self.plugins, self.problems = Services(), {}, {}

    def discover(self):
        for path in sorted(self.folder.iterdir()):
            if path.name.startswith("_"):
                continue
            if path.suffix == ".py":
                yield path.stem, path, None
            elif (path / "__init__.py").exists():
                yield path.name, path / "__init__.py", [str(path)]

    def load(self):
        for name, path, search in self.discover():
            qualified = f"corpus_plugins.{name}"
            spec = importlib.util.spec_from_file_location(qualified, path, submodule_search_locations=search)
            module = importlib.util.module_from_spec(spec)
            sys.modules[qualified] = module
            try:
                spec.loader.exec_module(module)
                self.plugins[name] = self.instantiate(module)
            except (PluginError, SyntaxError, RuntimeError) as error:
                del sys.modules[qualified]
                self.problems[name] = f"{type(error).__name__}: {getattr(error, 'msg', error)}"
        return self

    def instantiate(self, module):
        if getattr(module, "API", None) != self.VERSION:
            raise PluginError(f"needs version {getattr(module, 'API', '?')} of the interface")
        plugin = module.Plugin(self.services) if hasattr(module, "Plugin") else module
        if not isinstance(plugin, Transformer):
            raise PluginError("has no transform")
        return plugin

    def ordered(self):
        graph = {}
        for name, plugin in self.plugins.items():
            module = plugin if isinstance(plugin, types.ModuleType) else sys.modules[type(plugin).__module__]
            graph[name] = [n for n in getattr(module, "AFTER", ()) if n in self.plugins]
        try:
            return list(TopologicalSorter(graph).static_order())
        except CycleError as error:
            raise PluginError(f"plugins wait for each other: {' -> '.join(error.args[1])}") from None

    def arguments(self, plugin, name):
        """Passes what the signature asks for."""
        parameters = inspect.signature(plugin.transform).parameters
        given = self.options.get(name, {})
        result = {}
        for p in list(parameters.values())[1:]:
            if p.name == "services":
                result["services"] = self.services
            elif p.name in given:
                wanted = p.annotation if p.annotation is not p.empty else str
                result[p.name] = wanted(given[p.name])
        unknown = given.keys() - parameters.keys()
        if unknown:
            self.services.log(f"{name} has no option {', '.join(sorted(unknown))}")
        return result

    @contextmanager
    def guarded(self, name):
        try:
            yield
        except Exception as error:
            where = error.__traceback__.tb_next
            while where.tb_next:
                where = where.tb_next
            self.services.log(f"{name} failed in line {where.tb_lineno} of {Path(where.tb_frame.f_code.co_filename).name}: {error!r}")

    def run(self, text):
        for name in self.ordered():
            with self.guarded(name):
                text = self.plugins[name].transform(text, **self.arguments(self.plugins[name], name))
        return text

    def __enter__(self):
        self.stack = ExitStack()
        self.load()
        for plugin in self.plugins.values():
            if close := getattr(plugin, "close", None):
                self.stack.callback(close)
        return self

    def __exit__(self, *details):
        self.stack.close()
        for name in self.plugins:
            sys.modules.pop(f"corpus_plugins.{name}", None)


with tempfile.TemporaryDirectory() as folder:
    sys.dont_write_bytecode = True
    for name, source in PLUGINS.items():
        path = Path(folder, name)
        path.parent.mkdir(exist_ok=True)
        path.write_text(textwrap.dedent(source))
    with Manager(folder, {"upper": {"times": "3"}, "numbering": {"start": "7", "colour": "red"}}) as manager:
        print(sorted(manager.plugins), manager.ordered())
        for name, problem in manager.problems.items():
            print(f"  {name}: {problem}")
        for name, plugin in manager.plugins.items():
            print(f"  {name}: {inspect.getdoc(plugin) or inspect.getdoc(sys.modules[type(plugin).__module__])} {inspect.signature(plugin.transform)}")
        print(manager.run("the quick brown fox\njumps over"))
        print(manager.run("a lazy dog"))
    print(*manager.services.messages, sep="\n")
    print([m for m in sys.modules if m.startswith("corpus_plugins") and "." not in m[15:]])
    Path(folder, "upper.py").write_text("API = 2\nAFTER = ['flaky']\ndef transform(text): return text\n")
    try:
        Manager(folder).load().run("x")
    except PluginError as error:
        print(error)
