"""logging: hierarchy, handlers, formatters, filters, adapters and configuration."""
import io
import logging
import logging.config
import logging.handlers
import os
import queue
import re
import sys
import tempfile
import warnings

stream = io.StringIO()
logging.basicConfig(stream=stream, format="%(levelname)-8s|%(name)s|%(message)s", level=logging.INFO)
root, app, db = logging.getLogger(), logging.getLogger("app"), logging.getLogger("app.db")
root.info("started %s with %d workers", "server", 4)
app.debug("not shown")
db.warning("slow query: %(ms)d ms", {"ms": 350})
db.setLevel(logging.DEBUG)
db.debug("now shown")
db.log(25, "between")
logging.addLevelName(25, "NOTICE")
db.log(25, "named")
app.error("percent 100%")
root.critical("bad %r", [1])
print(stream.getvalue(), end="")
print(db.parent is app, app.parent is root, db.getEffectiveLevel(), app.getEffectiveLevel(), app.isEnabledFor(10), db, root, logging.getLevelName(40), logging.getLevelName("WARNING"), logging.getLevelNamesMapping()["NOTSET"], sorted(l.name for l in app.getChildren()), app.getChild("x.y").name, app.hasHandlers())


class Lines(logging.Handler):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


lines = Lines(logging.WARNING)
lines.setFormatter(logging.Formatter("{levelname[0]}:{funcName}:{lineno}:{module}:{message}", style="{"))
lib = logging.getLogger("lib")
lib.propagate = False
lib.addHandler(lines)


def work():
    lib.info("ignored by the handler")
    lib.warning("from work")
    lib.warning("from the caller", stacklevel=2)


work()
lib.addFilter(lambda record: "secret" not in record.getMessage())
lib.warning("a secret thing")
lib.warning("a plain thing")


class Context(logging.Filter):
    def filter(self, record):
        record.user = getattr(record, "user", "nobody")
        return True


lines.addFilter(Context())
lines.setFormatter(logging.Formatter("$user $message", style="$"))
lib.error("with extra", extra={"user": "ann"})
lib.error("without")
adapter = logging.LoggerAdapter(lib, {"request": 7}, merge_extra=True)
adapter.process = lambda msg, kwargs: (f"[{adapter.extra['request']}] {msg}", kwargs)
adapter.warning("adapted")
print(*lines.lines, sep="\n")
try:
    1 / 0
except ZeroDivisionError:
    lines.lines.clear()
    lib.exception("failed: %s", "division")
    lib.error("again", exc_info=True, stack_info=False)
text = "\n".join(lines.lines)
print(re.sub(r'File ".*[/\\]', 'File "', text))
for wrong in [lambda: lib.error("x", extra={"message": 1}), lambda: logging.getLogger(5), lambda: lib.setLevel("LOUD"), lambda: lib.log("x", "y"), lambda: logging.Formatter("%(a)s", style="!"), lambda: logging.Formatter("no field", style="{"), lambda: logging.basicConfig(stream=1, filename="x"), lambda: logging.basicConfig(force=True, bogus=1), lambda: logging.setLoggerClass(int), lambda: lib.setLevel([])]:
    try:
        print("fine", wrong())
    except (KeyError, TypeError, ValueError) as error:
        print(type(error).__name__, "-", error)

sys.stderr, saved = io.StringIO(), sys.stderr
broken = logging.StreamHandler(io.StringIO())
careless = logging.getLogger("careless")
careless.propagate = False
careless.addHandler(broken)
careless.warning("too few %s %s", "args")
captured, sys.stderr = sys.stderr.getvalue(), saved
print([line for line in captured.splitlines() if not line.startswith(" ")])

record = logging.LogRecord("n", logging.ERROR, "/path/file.py", 12, "msg %s", ("arg",), None, "func")
print(record, record.getMessage(), record.filename, record.module, logging.Formatter("%(asctime)s", "%Y").usesTime(), logging.BufferingFormatter().format([record]), logging.makeLogRecord({"msg": "made", "levelno": 10}).getMessage())
record.created, record.msecs = 0.25, 250
formatter = logging.Formatter("%(asctime)s %(name)s %(message)s %(missing)s", defaults={"missing": "default"})
formatter.converter = __import__("time").gmtime
print(formatter.format(record), logging.Formatter("%(asctime)s", "%d.%m.%y").format(record)[-2:])

memory = logging.handlers.MemoryHandler(3, flushLevel=logging.ERROR, target=lines)
lines.lines.clear()
lib.handlers = [memory]
for n in range(3):
    lib.warning("buffered %d", n)
print(len(lines.lines), len(memory.buffer))
lib.error("flush")
print(len(lines.lines), len(memory.buffer))
channel = queue.SimpleQueue()
lib.handlers = [logging.handlers.QueueHandler(channel)]
lib.warning("queued %s", "record")
print(channel.get().getMessage(), channel.empty())

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "app.log")
    rotating = logging.handlers.RotatingFileHandler(path, maxBytes=60, backupCount=2)
    lib.handlers = [rotating]
    for n in range(8):
        lib.warning("message number %d", n)
    rotating.close()
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name)) as f:
            print(name, f.read().split("\n"))
    logging.config.dictConfig({
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"brief": {"format": "%(name)s: %(message)s"}, "full": {"()": logging.Formatter, "fmt": "<%(message)s>"}},
        "filters": {"odd": {"()": lambda: lambda r: "skip" not in r.getMessage()}},
        "handlers": {
            "file": {"class": "logging.FileHandler", "filename": os.path.join(folder, "dict.log"), "formatter": "brief", "mode": "w"},
            "out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "full", "level": "ERROR", "filters": ["odd"]},
        },
        "loggers": {"configured": {"level": "DEBUG", "handlers": ["file", "out"], "propagate": False}},
        "root": {"level": "WARNING", "handlers": []},
    })  # fmt: skip
    configured = logging.getLogger("configured")
    configured.debug("to file")
    configured.error("to both")
    configured.error("skip this on stdout")
    for handler in list(configured.handlers):
        handler.close()
        configured.removeHandler(handler)
    with open(os.path.join(folder, "dict.log")) as f:
        print(f.read().splitlines())
    ini = os.path.join(folder, "log.ini")
    with open(ini, "w") as f:
        f.write("[loggers]\nkeys=root,ini\n[handlers]\nkeys=h\n[formatters]\nkeys=f\n[logger_root]\nhandlers=h\nlevel=WARNING\n[logger_ini]\nqualname=ini\nhandlers=h\nlevel=INFO\npropagate=0\n[handler_h]\nclass=StreamHandler\nargs=(sys.stdout,)\nformatter=f\n[formatter_f]\nformat=ini %(levelname)s %(message)s\n")
    logging.config.fileConfig(ini, disable_existing_loggers=False)
    logging.getLogger("ini").info("configured from a file")
for bad in [{}, {"version": 2}, {"version": 1, "handlers": {"h": {"class": "nothing.Here"}}}, {"version": 1, "root": {"handlers": ["x"]}}, {"version": 1, "loggers": {"a": {"level": "LOUD"}}}]:
    try:
        logging.config.dictConfig(bad)
    except ValueError as error:
        print(error, "/", error.__cause__)
logging.captureWarnings(True)
logging.getLogger("py.warnings").addHandler(lines)
lines.lines.clear()
warnings.warn("through logging", stacklevel=1)
logging.captureWarnings(False)
print("UserWarning: through logging" in lines.lines[0])
logging.disable(logging.ERROR)
print(lib.isEnabledFor(logging.ERROR), lib.isEnabledFor(logging.CRITICAL))
logging.disable(logging.NOTSET)
logging.shutdown()
