# Special methods, properties and descriptors whose functions take *args, keywords only, defaults: bound as in any call, also where they are inlined.
def norm(e):
    s = f'{type(e).__name__}: {e}'
    import re
    return re.sub(r'0x[0-9a-f]+', '0x', s)
def rp(r):
    import re
    try: return re.sub(r'0x[0-9a-f]+', '0x', f'{type(r).__name__}:{r!r}')
    except Exception as e: return 'REPR '+norm(e)
# special methods with odd signatures, inlined
forms = {
 'star': 'def m(*a): return R(("star",len(a),type(a[0]).__name__))',
 'sstar': 'def m(s,*a): return R(("sstar",type(s).__name__,len(a)))',
 'kw': 'def m(s,**k): return R(("kw",type(s).__name__,type(k).__name__))',
 'kwo': 'def m(s,*,k=3): return R(("kwo",type(s).__name__,k))',
 'dflt': 'def m(s,o=1,p=2,q=3,r=4): return R(("dflt",type(s).__name__,type(o).__name__,type(p).__name__,type(q).__name__,r))',
 'skw': 'def m(*a,**k): return R(("skw",len(a),len(k)))',
 'skwo': 'def m(*a,k=3): return R(("skwo",len(a),k))',
}
sites = {
 '__eq__':'x==1','__lt__':'x<1','__add__':'x+1','__radd__':'1+x','__iadd__':'ia(x)','__neg__':'-x','__bool__':'bool(x) if x else "f"','__len__':'len(x)','__getitem__':'x[1]','__setitem__':'si(x)','__delitem__':'di(x)','__contains__':'1 in x','__iter__':'[i for i in x]','__next__':'next(x)','__call__':'x(1)','__call__2':'x(1,k=2)','__call__3':'x()','__getattr__':'x.foo','__getattribute__':'x.foo','__setattr__':'sa(x)','__delattr__':'da(x)','__hash__':'hash(x)','__str__':'str(x)','__repr__':'repr(x)','__format__':'f"{x:a}"','__enter__':'wi(x)','__exit__':'wi2(x)','__init__':'type(x)() and 1','__init__2':'type(x)(1) and 1','__init__3':'type(x)(k=1) and 1','__new__':'type(type(x)(1)).__name__','__index__':'[1,2][x]','prop':'x.prop','prop2':'sp(x)','desc':'x.desc','desc2':'sd(x)','__missing__':'D()[1]','__class_getitem__':'type(x)[1]','__bool__2':'not x','__float__':'float(x)','__reversed__':'list(reversed(x))','__pow__':'x**2','__pow__2':'pow(x,2,3)','__ge__':'x>=1','__le__':'1>=x', '__set_name__':'1','__init_subclass__':'type("q",(type(x),),{}) and 1','__abs__':'abs(x)','__length_hint__':'operator.length_hint(x)','meth':'x.meth()','meth2':'x.meth(1,2)','meth3':'x.meth(*(1,),**{"k":2})','smeth':'x.smeth(1)','cmeth':'x.cmeth(1)','cmeth2':'type(x).cmeth()','mcall':'MC()','mcall2':'MC(1,k=2)','__round__':'round(x)','__round__2':'round(x,1)','__divmod__':'divmod(x,1)','__await__':'aw(x)'}
import operator
helpers='''
def aw(x):
    async def c(): return await x
    try: c().send(None)
    except StopIteration as e: return e.value
def ia(x):
    x+=1
    return x
def si(x): x[1]=2
def di(x): del x[1]
def sa(x): x.q=2
def da(x): del x.q
def wi(x):
    with x as y: return y
def wi2(x):
    with x: raise ValueError
    return 'swallowed'
def sp(x): x.prop=3
def sd(x): x.desc=3
'''
for sn,ex in sites.items():
    print('##',sn,ex)
    nm=sn.rstrip('23') 
    for fname,src in forms.items():
        for rk in ('raw','true'):
            if rk!='raw' and fname not in('star','kw'): continue
            log=[]
            ns=dict(globals())
            def R(v): 
                if len(log)<3: log.append(v)
                return {'raw':v,'true':True,'str':'s','none':None,'iter':iter([1])}[rk]
            ns['R']=R
            exec(src,ns); m=ns['m']
            class Desc: pass
            class IT:
                def __init__(s,x): s.x=x
                def __iter__(s): return s.x
            class X:
                def __enter__(s): return 1
                def __exit__(s,*a): return True
            class D(dict): pass
            class M(type): pass
            class MC(metaclass=M): pass
            if nm=='prop': X.prop=property(m,m)
            elif nm=='desc':
                Desc.__get__=m; Desc.__set__=m
                X.desc=Desc()
            elif nm=='__missing__': D.__missing__=m
            elif nm=='smeth': X.smeth=staticmethod(m)
            elif nm=='cmeth' or nm=='__class_getitem__' or nm=='__init_subclass__': setattr(X,nm,classmethod(m))
            elif nm=='mcall': M.__call__=m
            x=X()
            if nm not in X.__dict__ and nm not in('prop','desc','__missing__','mcall') or nm.startswith('__') and nm not in('__class_getitem__','__init_subclass__'): setattr(X,nm,m)
            ns.update(X=X,x=x,D=D,IT=IT,MC=MC)
            exec(helpers,ns)
            exec(f'def f(x): return {ex}\n',ns)
            exec(f'''
def loop(x,out):
    for _ in range(30):
        try: r=rp(f(x))
        except Exception as e: r=norm(e)
        if not out or out[-1]!=r: out.append(r)
''',ns)
            out=[]
            ns['loop'](x,out)
            
            print(fname,rk,*out,log,sep=' ; ')
