"""sys.set_asyncgen_hooks and sys.set_coroutine_origin_tracking_depth: arguments and errors."""
import sys
def tr(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
def h(*a): pass
for args, kw in [((),{}),((1,),{}),((None,),{}),((h,),{}),((h,1),{}),((1,1),{}),((None,h),{}),((h,h,h),{}),((),{'firstiter':1}),((),{'finalizer':1}),((),{'firstiter':h,'finalizer':'x'}),((),{'firstiter':'x','finalizer':h}),((),{'nosuch':1}),((h,),{'firstiter':h}),((),{'firstiter':None,'finalizer':None}),((int,),{'finalizer':len}), ((),{'finalizer':[],'firstiter':()}), ((3.5,None),{})]:
    tr(lambda: sys.set_asyncgen_hooks(*args,**kw)); 
    x = sys.get_asyncgen_hooks(); print([getattr(a,'__name__',a) for a in x], type(x).__name__); sys.set_asyncgen_hooks(None,None)
tr(lambda: sys.get_asyncgen_hooks(1)); tr(lambda: sys.get_asyncgen_hooks(a=1)); tr(lambda: sys.set_asyncgen_hooks.__text_signature__); tr(lambda: sys.get_asyncgen_hooks()); tr(lambda:sys.set_asyncgen_hooks.__doc__); tr(lambda:sys.get_asyncgen_hooks.__doc__)
for d in (1,-1,'x',2**40,1.5,None): tr(lambda: sys.set_coroutine_origin_tracking_depth(d)); tr(lambda: sys.set_coroutine_origin_tracking_depth(depth=d)); tr(sys.get_coroutine_origin_tracking_depth)
sys.set_coroutine_origin_tracking_depth(0); tr(lambda: sys.set_coroutine_origin_tracking_depth()); tr(lambda: sys.set_coroutine_origin_tracking_depth(1,2))
