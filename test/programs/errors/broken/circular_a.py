from broken.circular_b import b
a = 1
