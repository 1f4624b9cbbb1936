"""An uncaught exception of a class of its own, with notes, in a local class, raised by a property."""


def make():
    class Refused(PermissionError):
        def __str__(self):
            return "line one\nline two"

    return Refused


class Vault:
    def __init__(self):
        self._tries = 0

    @property
    def content(self):
        self._tries += 1
        try:
            return self.__getattribute__("secret")
        except AttributeError as missing:
            error = make()(13, "denied", "vault.txt")
            error.add_note(f"tries: {self._tries}")
            error.add_note("")
            error.add_note("ünïcode ✓")
            raise error from missing


print(hasattr(Vault, "content"))
Vault().content
