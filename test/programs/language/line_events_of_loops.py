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
def w1(c):
    for i in range(2):
        while c and False:
            print()
    return 1
def w2(c):
    for i in range(2):
        while c and False:
            print()
        else:
            c = 2
    return 1
def w3(c):
    for i in range(2):
        c
        while False and c:
            print()
    return 1
def w4(c):
    while c < 4:
        c += 1
        while c or True:
            break
    return 1
def w5(c):
    while c < 4:
        c += 1
        if c or True: pass
    return 1
def w6(c):
    while c < 4:
        c += 1
        if c and False: pass
        elif c and False: print()
    return 1
def w7(c):
    while c < 4:
        c += 1
        assert c or True
    return 1
for f in w1, w2, w3, w4, w5, w6, w7:
  for a in 0, 1:
    events.clear(); sys.settrace(tracer); f(a); sys.settrace(None); print(f.__name__, a, [e[1] - f.__code__.co_firstlineno for e in events])
