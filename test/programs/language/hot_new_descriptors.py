# Objects that are attributes of classes become descriptors, and stop being some, while sites know how to find attributes.
class ND:
    def __get__(s,o,t): return 'nd'
class H2: q=ND()
class H3: q=ND()
class V: pass
class H4: q=V()
def l7(i):
    o=H2(); o.q=5; return vars(o)
h3=H3(); h3.__dict__['q']='own'
def l8(i): return h3.q
def l9(i):
    o=H4(); o.q=3; return list(vars(o)), type(o.q).__name__
h4=H4()
def l10(i):
    return type(h4.q).__name__
def run(name, f, n=700, changes={}):
    last=None
    for i in range(n):
        if i in changes: changes[i]()
        try: v=f(i)
        except Exception as e: v=(type(e).__name__,str(e))
        if v!=last or type(v)!=type(last): print(name,i,v); last=v
def st(s,o,v): o.__dict__['set']=v
run('l7',l7,600,{200:lambda:setattr(ND,'__set__',st),300:lambda:delattr(ND,'__set__')})
run('l8',l8,600,{200:lambda:setattr(ND,'__set__',st),300:lambda:delattr(ND,'__set__')})
run('l9',l9,700,{200:lambda:setattr(V,'__set__',st),300:lambda:delattr(V,'__set__'),400:lambda:setattr(V,'__get__',lambda s,o,t:'got'),500:lambda:setattr(V,'__set__',st),600:lambda:setattr(V,'__class__',5) if 0 else None})
run('l10',l10,600,{300:lambda:setattr(V,'__get__',lambda s,o,t:3),400:lambda:delattr(V,'__get__')})
class W: pass
class W2:
    def __set__(s,o,v): o.__dict__['w2']=v
w=W()
class H5: q=w
def l11(i):
    o=H5(); o.q=1; return vars(o)
run('l11',l11,400,{200:lambda:setattr(w,'__class__',W2)})

class V: pass
class H4: q=V(); r=V()
class H5: pass
h4=H4(); h5=H5(); h5.q='own'; h6=H4(); h6.q='own'
def run(name, f, n=700, changes={}):
    last=None
    for i in range(n):
        if i in changes: changes[i]()
        try: v=f(i)
        except Exception as e: v=(type(e).__name__,str(e))
        if v!=last or type(v)!=type(last): print(name,i,v); last=v
run('l8',lambda i:type(h6.q).__name__,700,{200:lambda:(setattr(V,'__get__',lambda s,o,t:3)),300:lambda:setattr(V,'__set__',5),400:lambda:delattr(V,'__get__'),500:lambda:delattr(V,'__set__')})
run('l10',lambda i:type(h4.q).__name__,600,{300:lambda:setattr(V,'__get__',lambda s,o,t:3),400:lambda:delattr(V,'__get__')})
run('l12',lambda i:type(H4.q).__name__,600,{300:lambda:setattr(V,'__get__',lambda s,o,t:3),400:lambda:delattr(V,'__get__')})
class D:
    def __get__(s,o,t): return 4
class VV(V): pass
class H7: q=VV()
h7=H7()
run('l13',lambda i:type(h7.q).__name__,600,{300:lambda:setattr(V,'__get__',lambda s,o,t:3),400:lambda:delattr(V,'__get__'),500:lambda:setattr(VV,'__bases__',(D,))})
class D:
    def __get__(s,o,t): return 4
def dele(i):
    o=H8(); o.q=1
    try: del o.q
    except AttributeError as e: return str(e)
    return vars(o)
class V8: pass
class H8: q=V8()
run('l14',dele,700,{300:lambda:setattr(V8,'__delete__',lambda s,o: o.__dict__.__setitem__('deleted',1)),500:lambda:delattr(V8,'__delete__')})

# An attribute that is a variable holds what becomes a descriptor.
class Held: pass
class Holder: q = Held()
for _ in range(3): Holder.q = Held()
holder = Holder()
run('variable', lambda i: (type(Holder.q).__name__, type(holder.q).__name__), 900, {300: lambda: setattr(Held, '__get__', lambda s, o, t: 3), 500: lambda: setattr(Holder, 'q', Held()), 600: lambda: delattr(Held, '__get__'), 700: lambda: setattr(Holder, 'q', 5)})
