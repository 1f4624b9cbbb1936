"""The package that imports_and_packages.py imports."""
from . import star as _star
from .names import alpha, beta as renamed

counter = 0


def __getattr__(name):
    if name.startswith("lazy_"):
        return f"made for {name}"
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}, says the package")


def __dir__():
    return ["zeta", "alpha"]
