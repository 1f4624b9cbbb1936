"""Ends in an exception nobody catches, to show tracebacks: chained, with a note, carets, and repeated frames."""


class ConfigError(Exception):
    pass


SETTINGS = {"depth": "12", "name": "typhon", "levels": {"low": 1}}


def read_setting(name):
    try:
        return int(SETTINGS[name])
    except ValueError as error:
        raise ConfigError(f"setting {name!r} is not a number") from error


def total(*names):
    return sum(read_setting(name) for name in names)


def climb(steps):
    if steps == 0:
        return total("depth", "name")
    return climb(steps - 1) + 1


def cleanup(resource):
    try:
        return climb(6)
    except ConfigError as error:
        error.add_note("Look at the settings of " + resource)
        error.add_note("  (there are three)\n  of them")
        SETTINGS["levels"]["low"] + SETTINGS["levels"]["high"] * 2
    finally:
        print("cleaned up", resource)


def main():
    print("before")
    value = cleanup("the example")
    print("never printed", value)


if __name__ == "__main__":
    main()
