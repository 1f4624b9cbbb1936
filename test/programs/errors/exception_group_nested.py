"""An uncaught group: nesting, notes, causes inside of members."""


def member(kind, *args):
    try:
        try:
            {}["missing"]
        except KeyError as inner:
            raise kind(*args) from inner
    except kind as error:
        error.add_note(f"note of {kind.__name__}")
        return error


def collect():
    errors = [member(ValueError, "first"), TypeError("never raised")]
    errors.append(ExceptionGroup("nested", [member(OSError, 2, "No such file"), ExceptionGroup("deeper", [ZeroDivisionError()])]))
    group = ExceptionGroup("all of them", errors)
    group.add_note("note of the group")
    raise group


try:
    collect()
except* TypeError as handled:
    print("handled", handled.exceptions)
