"""Exceptions whose __str__, __repr__ or notes fail while they are shown."""
import traceback


class BadStr(Exception):
    def __str__(self):
        raise RuntimeError("str fails")


class BadRepr:
    def __repr__(self):
        raise RuntimeError("repr fails")


class BadNotes(Exception):
    __notes__ = property(lambda self: 1 / 0)


class NoteObjects(Exception):
    pass


odd = NoteObjects("x")
odd.__notes__ = ["fine", 5, BadRepr(), None]
scalar = NoteObjects("y")
scalar.__notes__ = 17
text = NoteObjects("z")
text.__notes__ = "abc"
empty = NoteObjects()
module_class = type("Moved", (Exception,), {"__module__": "some.where", "__qualname__": "Outer.Moved"})
no_module = type("NoModule", (Exception,), {"__module__": None})
for error in (BadStr(), ValueError(BadRepr()), BadNotes("n"), odd, scalar, text, empty, module_class("m"), no_module("q"), KeyError("multi\nline"), ValueError("two\nlines"), ValueError(""), ValueError(None), type("", (Exception,), {})("nameless"), AssertionError(), StopIteration(5), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), OSError(2, "No such", "f"), SyntaxError("plain"), SyntaxError("m", ("f.py", 3, 2, "a b c\n")), SyntaxError("m", ("f.py", 3, 2, "a b c\n", 3, 4)), SyntaxError("m", (None, None, None, None))):
    print("".join(traceback.format_exception_only(error)), end="")
raise BadStr()
