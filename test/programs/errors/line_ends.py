"""Line ends of other systems, and no end of the last line."""
x = 1
if x:
    print("crlf")

y = [1,
     2]
print("""a
b""" == "a\nb", y)
raise ValueError("the end")