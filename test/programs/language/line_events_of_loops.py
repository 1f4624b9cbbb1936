"""Line events of loops whose bodies or tests are left out because they are constant."""
import sys
events = []
def tracer(frame, event, arg):
    events.append((event, frame.f_lineno)); return tracer
def v2(c):
    for v7 in range(2):
        while c:
            print()
            if c:
                break
    return 1
def v3(c):
    for v7 in range(2):
        while False:
            print()
    return 1
def v4(c):
    for v7 in range(2):
        if c and False:
            print()
    return 1
for f in v2, v3, v4:
    events.clear(); sys.settrace(tracer); f(0); sys.settrace(None); print(events)
def v5(c):
    for v7 in range(2):
        while True:
            if v7:
                break
            break
    for i in range(2):
        if i:
            continue
        while 0:
            print()
        else:
            c = 1
        for j in ():
            if j and False:
                print()
    return 1
def v6(c):
    while c < 3:
        c += 1
        if c and False:
            print(
                c)
    try:
        for i in range(2):
            while i and False: print()
    finally:
        c = 0
    return 1
for f in v5, v6:
    events.clear(); sys.settrace(tracer); f(0); sys.settrace(None); print(events)
def v7(c):
    for i in range(2):
        for j in ():
            if j:
                print()
    return 1
def v8(c):
    for i in range(2):
        for j in ():
            print()
    return 1
def v9(c):
    for i in range(2):
        for j in (1,):
            if c and False:
                print()
    return 1
for f in v7, v8, v9:
    events.clear(); sys.settrace(tracer); f(0); sys.settrace(None); print(events)
