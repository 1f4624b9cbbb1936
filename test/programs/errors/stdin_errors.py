"""input() at the end of the input, and what cannot be parsed."""
first = int(input("number? "))
print("got", first)
try:
    int(input("another? "))
except ValueError as error:
    print(error)
rest = input()
print(repr(rest))
input("more? ")
