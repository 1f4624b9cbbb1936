"""The logging package: loggers in a tree, filters, formatters and handlers in memory."""

import io
import logging
import logging.handlers


class Redact(logging.Filter):
    def filter(self, record):
        record.user = f"user{record.args[0] % 10}" if record.args else "nobody"
        return "secret" not in record.msg


def build(stream):
    root = logging.Logger("app", logging.DEBUG)
    manager = logging.Manager(root)
    root.manager = manager
    plain = logging.StreamHandler(stream)
    plain.setLevel(logging.WARNING)
    plain.setFormatter(logging.Formatter("{levelname:8} {name} {user}: {message}", style="{"))
    plain.addFilter(Redact())
    memory = logging.handlers.MemoryHandler(500, flushLevel=logging.CRITICAL)
    memory.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
    root.addHandler(plain)
    root.addHandler(memory)
    loggers = [manager.getLogger(name) for name in ("web", "web.request", "db", "db.query.slow")]
    loggers[2].setLevel(logging.ERROR)
    return root, memory, loggers


def main(count=20_000):
    stream = io.StringIO()
    root, memory, loggers = build(stream)
    for n in range(count):
        logger = loggers[n % 4]
        logger.debug("step %d of %s", n, logger.name)
        logger.info("value %d", n)
        if n % 3 == 0:
            logger.warning("slow: %d ms in %s", n % 977, "query")
        if n % 50 == 0:
            try:
                [][n]
            except IndexError:
                logger.exception("failed at %d", n)
        if n % 7 == 0:
            logger.error("secret %d", n)
    text = stream.getvalue()
    assert "secret" not in text
    return len(text.replace("\\", "/").splitlines()) > count // 4, text.count("WARNING"), text.count("IndexError"), len(memory.buffer)


if __name__ == "__main__":
    print("logging_records:", *main())
