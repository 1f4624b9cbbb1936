"""Causes, contexts and `from None`, several levels deep, with notes on the way."""


class ConfigError(Exception):
    """Raised with a cause."""


def read(name):
    settings = {"host": "localhost", "port": "eighty"}
    return settings[name]


def port():
    try:
        return int(read("port"))
    except ValueError as error:
        error.add_note("while reading the port")
        raise ConfigError("bad port") from error


def connect():
    try:
        port()
    except ConfigError:
        try:
            read("fallback")
        except KeyError as missing:
            missing.add_note("no fallback either")
            missing.add_note("two\nlines")
            raise


def quiet():
    try:
        1 / 0
    except ZeroDivisionError:
        raise RuntimeError("context is hidden") from None


try:
    quiet()
except RuntimeError as hidden:
    print(repr(hidden.__context__), hidden.__suppress_context__)
connect()
