"""Python 2's print."""
name = "world"
print "hello", name
