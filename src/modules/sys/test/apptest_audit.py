"""Audit events: what hooks are told of, in which order, and what comes of their refusals."""

import array
import gc
import io
import marshal
import os
import sys
import tempfile
import time
import types

heard = None
refused = ()


class Refusal(Exception):
    pass


def hook(event, args):
    if heard is None:
        return
    if event in refused:
        raise Refusal(event)
    heard.append((event, args))


sys.addaudithook(hook)


def events(run, refusing=()):
    """What is told while `run` runs."""
    global heard, refused
    heard, refused = [], refusing
    try:
        run()
        return heard
    finally:
        heard, refused = None, ()


def raises(kind, function, *args):
    try:
        function(*args)
    except kind:
        return True
    return False


def plain():
    pass


code = plain.__code__
expression = compile("1", "name", "eval")


def test_own_events():
    assert events(lambda: sys.audit("mine", 1, "two")) == [("mine", (1, "two"))]
    assert events(lambda: sys.addaudithook(lambda event, args: None)) == [("sys.addaudithook", ())]
    assert events(lambda: sys.addaudithook(print), ["sys.addaudithook"]) == []
    assert raises(Refusal, lambda: events(lambda: sys.audit("mine"), ["mine"]))


def test_compiling_and_running():
    assert events(lambda: compile("1", "name", "eval")) == [("compile", (b"1", "name"))]
    told = events(lambda: eval(" 1 + 1"))
    assert told[0] == ("compile", (b"1 + 1", "<string>"))
    assert told[1][0] == "exec" and isinstance(told[1][1][0], types.CodeType)
    assert events(lambda: exec(expression)) == [("exec", (expression,))]
    assert events(lambda: raises(ValueError, compile, "1", "name", "other")) == []
    assert raises(Refusal, lambda: events(lambda: eval("1"), ["exec"]))


def test_attributes_of_functions_and_frames():
    def own(a=1, *, b=2):
        yield a

    def look():
        own.__code__, own.__defaults__, own.__kwdefaults__, own.__name__, own.__globals__

    names = ["__code__", "__defaults__", "__kwdefaults__"]
    assert events(look) == [("object.__getattr__", (own, name)) for name in names]
    assert events(lambda: setattr(own, "__defaults__", (3,))) == [("object.__setattr__", (own, "__defaults__", (3,)))]
    assert events(lambda: delattr(own, "__defaults__")) == [("object.__delattr__", (own, "__defaults__"))]
    generator = own(1)
    assert events(lambda: generator.gi_code) == [("object.__getattr__", (generator, "gi_code"))]
    assert events(lambda: generator.gi_frame) == [("object.__getattr__", (generator, "gi_frame"))]
    frame = generator.gi_frame
    assert events(lambda: frame.f_code) == [("object.__getattr__", (frame, "f_code"))]
    assert raises(Refusal, lambda: events(look, ["object.__getattr__"]))
    assert events(lambda: types.FunctionType(code, {})) == [("function.__new__", (code,))]
    assert events(lambda: code.replace(co_name="other"))[0][1][2:6] == ("other", 0, 0, 0)


def test_attributes_of_classes():
    class A:
        pass

    class B:
        pass

    def change():
        A.__name__ = "X"
        A.free = 1
        A.__doc__ = "text"
        thing.__class__ = B

    thing = A()
    told = [("object.__setattr__", (A, "__name__", "X")), ("object.__setattr__", (A, "__doc__", "text"))]
    assert events(change) == [*told, ("object.__setattr__", (thing, "__class__", B))]
    assert raises(Refusal, lambda: events(lambda: setattr(A, "__qualname__", "Y"), ["object.__setattr__"]))
    assert A.__qualname__ != "Y"


def test_files():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "file")
        inner = os.path.join(folder, "inner")
        flags = os.O_CLOEXEC | os.O_TRUNC | os.O_CREAT | os.O_WRONLY
        assert events(lambda: open(path, "w").close()) == [("open", (path, "w", flags))]
        assert events(lambda: os.listdir(folder)) == [("os.listdir", (folder,))]
        assert events(lambda: os.mkdir(inner)) == [("os.mkdir", (inner, 0o777, -1))]
        assert events(lambda: os.rename(path, path + "2")) == [("os.rename", (path, path + "2", -1, -1))]
        assert events(lambda: os.utime(path + "2", (1, 2))) == [("os.utime", (path + "2", (1, 2), None, -1))]
        assert events(lambda: os.truncate(path + "2", 1)) == [("os.truncate", (path + "2", 1))]
        assert raises(Refusal, lambda: events(lambda: os.rmdir(inner), ["os.rmdir"]))
        assert os.path.isdir(inner)
        assert events(lambda: raises(ValueError, open, "\0")) == []
    assert events(lambda: os.putenv("A", "b")) == [("os.putenv", (b"A", b"b"))]


def test_imports():
    def find():
        import no_such_module

    told = events(lambda: raises(ImportError, find))
    assert told[0] == ("import", ("no_such_module", None, sys.path, sys.meta_path, sys.path_hooks))
    assert events(lambda: __import__("os.path")) == []

    def relative():
        from . import nothing

    assert events(lambda: raises(ImportError, relative)) == []


def test_modules():
    assert events(lambda: marshal.dumps(1)) == [("marshal.dumps", (1, marshal.version))]
    assert events(lambda: marshal.loads(b"N")) == [("marshal.loads", (b"N",))]
    assert events(lambda: marshal.load(io.BytesIO(b"N"))) == [("marshal.load", ())]
    assert events(lambda: array.array("i", [1])) == [("array.__new__", ("i", [1]))]
    assert events(lambda: time.sleep(0)) == [("time.sleep", (0,))]
    assert events(lambda: gc.get_referents([])) == [("gc.get_referents", (([],),))]
    assert events(lambda: gc.get_objects(1)) == [("gc.get_objects", (1,))]
    assert events(lambda: sys.setprofile(None)) == [("sys.setprofile", ())]
    told = ["sys.set_asyncgen_hook_finalizer", "sys.set_asyncgen_hook_firstiter"]
    assert events(lambda: sys.set_asyncgen_hooks(None, None)) == [(name, ()) for name in told]
    assert events(lambda: sys._getframemodulename(1)) == [("sys._getframemodulename", (1,))]


def ids(count, listen_at):
    """Hot, and then a hook listens in the middle of the loop."""
    global heard
    names = []
    for index in range(count):
        if index == listen_at:
            heard = []
        names.append(id(plain) and plain.__code__.co_name)
    found, heard = heard, None
    return len(names), found


def test_hot_code():
    assert ids(5000, -1) == (5000, None)
    told = [("builtins.id", (id(plain),)), ("object.__getattr__", (plain, "__code__"))]
    assert ids(5000, 4998) == (5000, told * 2)


def test_hook_is_traced_only_if_it_asks():
    seen = []

    def trace(frame, event, arg):
        if frame.f_code.co_name == "__call__":
            seen.append(frame.f_locals["event"])

    class Hook:
        def __call__(self, event, args):
            pass

    mine = Hook()
    sys.addaudithook(mine)
    sys.settrace(trace)
    sys.audit("one")
    mine.__cantrace__ = True
    sys.audit("two")
    mine.__cantrace__ = False
    sys.settrace(None)
    assert seen == ["two"]
