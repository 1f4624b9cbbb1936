"""Python 2's except clause is taken as several exceptions, which cannot be bound."""
try:
    1 / 0
except ZeroDivisionError, ValueError as error:
    print(error)
