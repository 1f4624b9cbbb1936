"""An indented line where none is expected."""
a = 1
    b = 2
