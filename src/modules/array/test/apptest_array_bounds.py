"""What is said of numbers that do not fit into an item: by the conversions that they go through."""

from array import array


def test_bounds_of_conversions():
    def message(letter, value):
        try:
            array(letter, [value])
        except OverflowError as error:
            return str(error)

    large = "Python int too large to convert to C long"
    assert message("b", 2**63) == message("h", -(2**63) - 1) == message("H", 2**100) == message("i", 2**64) == large
    assert message("b", 300) == "signed char is greater than maximum"
    assert message("b", 70000) == "signed short integer is greater than maximum"
    assert message("H", -1) == "unsigned short is less than minimum"
    assert message("H", 2**40) == "signed integer is greater than maximum"
    assert message("I", 2**32) == "unsigned int is greater than maximum"
    assert message("I", 2**64) == "Python int too large to convert to C unsigned long"
