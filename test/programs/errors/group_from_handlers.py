"""Exceptions raised in except* handlers are joined with what was not handled."""
try:
    raise ExceptionGroup("origin", [ValueError(1), TypeError(2), KeyError("kept")])
except* ValueError:
    raise IndexError("in the first handler")
except* TypeError as group:
    raise group.exceptions[0]
