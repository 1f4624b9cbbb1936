from broken.circular_a import a
b = 2
