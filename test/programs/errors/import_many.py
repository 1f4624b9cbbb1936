"""Every way in which an import fails, one after another."""
import importlib
import sys
import traceback

for source in (
    "import broken.nothing",
    "import broken.syntax",
    "import broken.indentation",
    "import broken.encoding",
    "from broken import nothing",
    "from broken.bad_all import missing",
    "from broken.bad_all_type import *",
    "from broken.getattr import anything",
    "import broken.getattr as g; g.anything",
    "import broken.functions.deeper",
    "import nowhere.at.all",
    "from . import sibling",
    "from ..up import x",
    "import math.pi",
    "from sys import nonexistent",
    "from broken.functions import Thing as T; T()",
    "from broken import functions; functions.bom()",
    "__import__('')",
    "__import__(5)",
    "__import__('broken.')",
    "import broken.functions; del broken.functions; broken.functions",
    "from broken.functions import boom, thing",
    "import sys; sys.modules['blocked'] = None; import blocked",
    "from broken.circular_b import b",
):
    name = f"<{source[:30]}>"
    try:
        exec(compile(source, name, "exec"), {"__name__": "test", "__package__": ""})
    except Exception as error:
        lines = traceback.format_exception(error)
        print("".join(line for line in lines[1:] if "import_many.py" not in line and "importlib" not in line), end="")
        print("   attributes:", getattr(error, "name", "-"), getattr(error, "path", "-") and "path", getattr(error, "name_from", "-"))
for action in (lambda: importlib.import_module(".x"), lambda: importlib.import_module(".x", "broken"), lambda: importlib.import_module("broken.nothing"), lambda: importlib.reload(5), lambda: importlib.import_module(5)):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
sys.path.insert(0, 5)
importlib.invalidate_caches()
import really_nowhere
