"""An error inside a replacement field, in a file."""
name = "x"
print(f"hello {name!} and {name + } done")
