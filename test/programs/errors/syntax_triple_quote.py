"""A triple-quoted string that runs to the end of the file."""
text = """starts here
and goes on
