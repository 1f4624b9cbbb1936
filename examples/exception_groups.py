"""Exceptions: groups with except*, chaining, notes, custom hierarchies, tracebacks walked, cleanup order."""

import sys


class ValidationError(Exception):
    def __init__(self, field, problem):
        super().__init__(f"{field}: {problem}")
        self.field = field


class TooYoung(ValidationError):
    pass


class FormErrors(ExceptionGroup):
    """A group that keeps its class when it is split."""

    def derive(self, excs):
        return FormErrors(self.message, excs)


def validate(form):
    problems = []
    for check in (check_name, check_age, check_email):
        try:
            check(form)
        except Exception as error:
            error.add_note(f"while checking {form.get('name', 'somebody')}")
            problems.append(error)
    if problems:
        raise FormErrors(f"{len(problems)} problems", problems)
    return "valid"


def check_name(form):
    if not form["name"].strip():
        raise ValidationError("name", "is empty")


def check_age(form):
    try:
        age = int(form["age"])
    except ValueError as error:
        raise ValidationError("age", "is not a number") from error
    if age < 18:
        raise TooYoung("age", f"{age} is less than 18")


def check_email(form):
    user, at, host = form["email"].partition("@")
    if not (user and at and "." in host):
        raise ValidationError("email", f"{form['email']!r} is no address")


def handle(form):
    try:
        print("  ", validate(form))
    except* TooYoung as group:
        print("   too young:", [error.args[0] for error in group.exceptions])
    except* ValidationError as group:
        for error in group.exceptions:
            cause = f" because {error.__cause__}" if error.__cause__ else ""
            print(f"   {error.field} wrong{cause}; notes {error.__notes__}")
    except* (KeyError, AttributeError) as group:
        print("   incomplete:", group.message, [type(e).__name__ + str(e.args) for e in group.exceptions])
    else:
        print("   nothing to complain about")
    finally:
        print("   done with", form.get("name"))


def tree(error, indent=1):
    print("   " * indent + f"{type(error).__name__}: {error}")
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            tree(inner, indent + 1)


def nested():
    return ExceptionGroup("all", [
        ValueError(1), ExceptionGroup("some", [TypeError("t"), ValueError(2), OSError(5, "io")]), KeyError("k"),
    ])


def chain_of(error):
    names = []
    while error is not None:
        names.append(f"{type(error).__name__}({error})")
        if error.__cause__ is not None:
            names.append("caused by")
            error = error.__cause__
        elif not error.__suppress_context__:
            names.append("during")
            error = error.__context__
        else:
            break
    return " ".join(names).removesuffix(" during")


def chained(how):
    try:
        try:
            {}["first"]
        except KeyError as error:
            match how:
                case "from":
                    raise RuntimeError("second") from error
                case "none":
                    raise RuntimeError("second") from None
                case "implicit":
                    return 1 / 0
                case "reraise":
                    raise
                case "replace":
                    raise error from OSError("invented")
    except Exception as error:
        return chain_of(error)


def frames(error):
    """Functions and relative line numbers of a traceback."""
    traceback, found = error.__traceback__, []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        found.append((code.co_name, traceback.tb_lineno - code.co_firstlineno))
        traceback = traceback.tb_next
    return found


def recursive(n):
    if n == 0:
        raise LookupError("bottom")
    recursive(n - 1)


def order_of_cleanup():
    events = []
    for i in range(4):
        try:
            events.append(f"try {i}")
            if i == 0:
                continue
            if i == 2:
                raise StopIteration
            if i == 3:
                break
        except StopIteration:
            events.append("caught")
        else:
            events.append("else")
        finally:
            events.append(f"finally {i}")
    return events


def swallowed_variable():
    error = "kept"
    try:
        raise ValueError("x")
    except ValueError as error:
        pass
    try:
        return error
    except UnboundLocalError as unbound:
        return str(unbound)


def main():
    handle({"name": "Ada", "age": "36", "email": "ada@example.org"})
    handle({"name": " ", "age": "old", "email": "nowhere"})
    handle({"name": "Kid", "age": "7", "email": None})
    handle({"age": "50", "email": "a@b.c"})

    group = nested()
    matching, rest = group.split(ValueError)
    tree(group)
    tree(matching)
    tree(rest)
    print(group.subgroup(lambda e: isinstance(e, LookupError)), group.subgroup(MemoryError), len(group.exceptions))
    try:
        try:
            raise group
        except* OSError:
            raise ConnectionError("while handling")
        except* TypeError as types:
            print("types:", types.exceptions)
    except* ValueError as values:
        print("values left:", [str(e) for e in values.exceptions])
    except* ConnectionError as connection:
        print("from the handler:", connection.exceptions[0], "|", type(connection.exceptions[0].__context__).__name__)
    except* KeyError:
        print("the key error")

    try:
        raise FormErrors("custom", [ValueError(1), TypeError(2)])
    except* ValueError as part:
        print(type(part).__name__, part)
    except* TypeError as part:
        print(type(part).__name__, part.exceptions, sys.exception() is part)

    for how in ("from", "none", "implicit", "reraise", "replace"):
        print(f"{how:9}", chained(how))
    try:
        recursive(3)
    except LookupError as error:
        print(frames(error), sys.exc_info()[0].__name__)
    print(sys.exception(), order_of_cleanup())
    print(swallowed_variable())
    for bad in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup("x", [SystemExit()])):
        try:
            bad()
        except (ValueError, TypeError) as error:
            print(f"{type(error).__name__}: {error}")
    print(type(BaseExceptionGroup("b", [ValueError()])).__name__, repr(ExceptionGroup("r", [KeyError(1)])))


if __name__ == "__main__":
    main()
