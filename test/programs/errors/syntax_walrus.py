"""Assignment where a comparison was meant."""
value = 5
if value = 6:
    print("six")
