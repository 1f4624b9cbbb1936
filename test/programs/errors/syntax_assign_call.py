"""Assignment to something that is no target, in the middle of a long line."""
total = 0; compute(1, 2, "a string with ünïcode") = total + 1; print(total)
