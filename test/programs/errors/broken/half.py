import broken.half
print(broken.half.later)
later = 1
