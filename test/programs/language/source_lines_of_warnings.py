"""The source line of a warning that is given by hand comes from the loader of the module, by the name in its spec."""
import warnings, sys, types
from importlib.machinery import ModuleSpec
warnings.simplefilter('always'); warnings.simplefilter('ignore', DeprecationWarning)
class L:
    def __init__(s,r): s.r=r
    def get_source(s,name):
        print('asked',name)
        if isinstance(s.r,type): raise s.r('bad')
        return s.r
def t(label,lineno=1,**g):
    try:
        warnings.warn_explicit('eggs',UserWarning,'nonexistent',lineno,module_globals=g)
    except BaseException as e:
        print(label,type(e).__name__,e)
    else: print(label,'ok')
    sys.stdout.flush(); sys.stderr.flush()
sys.stderr=sys.stdout
for r in ('a\nb\n',None,5,ImportError,ValueError,OSError):
    t(('loader only',r),__loader__=L(r),__name__='foo')
    t(('spec',r),__spec__=ModuleSpec('spam',L(r)),__loader__=L(r),__name__='foo')
    t(('spec none',r),__spec__=None,__loader__=L(r),__name__='foo')
    t(('spec none main',r),__spec__=None,__loader__=L(r),__name__='__main__')
    t(('spec main',r),__spec__=ModuleSpec('spam',L(r)),__name__='__main__')
    t(('spec main2',r),__spec__=ModuleSpec('__main__',L(r)),__loader__=L(r),__name__='__main__')
    t(('loader main',r),__loader__=L(r),__name__='__main__')
    t(('noname',r),__loader__=L(r))
    t(('intname',r),__loader__=L(r),__name__=5)
    t(('range',r),lineno=100,__spec__=ModuleSpec('spam',L(r)),__loader__=L(r),__name__='foo')
    t(('range0',r),lineno=0,__spec__=ModuleSpec('spam',L(r)),__loader__=L(r),__name__='foo')
    t(('range-1',r),lineno=-1,__spec__=ModuleSpec('spam',L(r)),__loader__=L(r),__name__='foo')
t('nothing')
t('differ',__spec__=ModuleSpec('spam',L('x')),__loader__=L('y'),__name__='foo')
t('spec name missing',__spec__=types.SimpleNamespace(loader=L('q')),__loader__=L('q'),__name__='foo')
t('spec loader none',__spec__=ModuleSpec('spam',None),__loader__=L('y'),__name__='foo')
t('spec loader none',__spec__=ModuleSpec('spam',None),__name__='foo')
t('noget',__spec__=ModuleSpec('spam',object()),__name__='foo')
t('lines',lineno=2,__spec__=ModuleSpec('spam',L('a\x0c\n  b  \r\nc\u2028d')),__name__='foo')
t('lines',lineno=3,__spec__=ModuleSpec('spam',L('a\x0c\n  b  \r\nc\u2028d')),__name__='foo')
t('lines',lineno=1,__spec__=ModuleSpec('spam',L('a\x0c\n  b  \r\nc\u2028d')),__name__='foo')
t('lines',lineno=4,__spec__=ModuleSpec('spam',L('a\x0c\n  b  \r\nc\u2028d')),__name__='foo')
t('bytes',lineno=1,__spec__=ModuleSpec('spam',L(b'abc')),__name__='foo')
t('int spec name',lineno=1,__spec__=ModuleSpec(5,L('abc')),__name__='foo')
t('mapping not')
try: warnings.warn_explicit('eggs',UserWarning,'nonexistent',1,module_globals=5)
except TypeError as e: print(e)

