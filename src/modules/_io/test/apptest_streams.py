"""Streams as programs use them: what is read, written and raised, call by call, as CPython 3.14 has it."""

import codecs
import io
import os

FOLDER = os.path.join(os.environ.get('TMPDIR', '/tmp'), 'typhon_apptest_io')
os.makedirs(FOLDER, exist_ok=True)
os.chdir(FOLDER)

LINES = []


def show(*values):
    LINES.append(' '.join(ascii(value) for value in values))


def err(function, *args):
    try:
        result = function(*args)
    except BaseException as error:
        LINES.append(f'{type(error).__name__}: {error}')
    else:
        LINES.append(ascii(result))


def shown(function, *args):
    LINES.clear()
    function(*args)
    return LINES[:]


class Raw(io.RawIOBase):
    def __init__(self, chunks): self.chunks=list(chunks); self.log=[]
    def readable(self): return True
    def readinto(self,b):
        self.log.append(len(b))
        if not self.chunks: return 0
        c=self.chunks.pop(0)
        if c is None: return None
        n=min(len(b),len(c)); b[:n]=c[:n]
        if n<len(c): self.chunks.insert(0,c[n:])
        return n


def mk(*c,size=4): return io.BufferedReader(Raw(c),size)


class W(io.RawIOBase):
    def __init__(self, limit=None): self.log=[]; self.limit=limit
    def writable(self): return True
    def write(self,b):
        b=bytes(b)
        if self.limit is not None: b=b[:self.limit]
        self.log.append(b); return len(b)


class T(io.TextIOWrapper):
    def readline(self,*a): return 'X' if not hasattr(self,'n') and not setattr(self,'n',1) else ''


class B2(io.BytesIO):
    def write(self,b): self.seen=getattr(self,'seen',[])+[bytes(b)]; return super().write(b)
    def read1(self,n=-1): return super().read1(2)


class Bad(io.RawIOBase):
    def writable(self): return True
    def write(self,b): raise OSError('bad write')
    def close(self): super().close(); raise OSError('bad close')


def newline_modes():
    raw=b'a\nb\r\nc\rd\r\r\n\re'
    for nl in (None,'','\n','\r','\r\n'):
        open('n','wb').write(raw)
        for cs in (1,2,3,8192):
            f=open('n',newline=nl,encoding='utf-8')
            f._CHUNK_SIZE=cs
            show(nl,cs,list(f),f.newlines)
            f=open('n',newline=nl,encoding='utf-8')
            f._CHUNK_SIZE=cs
            out=[]
            while True:
                p=f.tell()
                x=f.read(1)
                if not x: break
                out.append((p,x))
            show(out)
            for p,x in out:
                f.seek(p)
                assert f.read(1)==x,(p,x)
            f=open('n',newline=nl,encoding='utf-8')
            f._CHUNK_SIZE=cs
            show([f.readline(2) for i in range(12)])
            f.seek(0)
            show(f.read())
            show(f.read())
    for nl in (None,'','\n','\r','\r\n'):
        with open('w','w',newline=nl) as f: show(f.write('a\nb\r\nc\r')); f.writelines(['x\n','y'])
        show(nl,open('w','rb').read())


def encodings():
    s='h\xe9llo \u20ac \U0001f600\n'*3
    for enc in ('utf-8','utf-16','utf-32','utf-8-sig','utf-16-le','utf-7','cp1252','latin-1','ascii','iso8859-15','koi8-r'):
        try:
            with open('e','w',encoding=enc,errors='xmlcharrefreplace') as f: f.write(s); f.write('end')
            b=open('e','rb').read()
            show(enc,b[:60],len(b))
            f=open('e',encoding=enc)
            f._CHUNK_SIZE=7
            show(f.readline(), f.tell() and 1, f.read(3))
            p=f.tell()
            x=f.read(5)
            f.seek(p)
            assert f.read(5)==x
            show(p, x, f.read())
            with open('e','a',encoding=enc) as f: f.write('more')
            show(open('e','rb').read()[-8:])
        except Exception as e: show(enc, type(e).__name__, str(e))


def reading_and_writing():
    with open('p','w+',encoding='utf-8') as f:
        f.write('hello\nworld\n')
        f.seek(0)
        show(f.readline(), f.read())
        f.seek(0,2)
        f.write('!')
        f.seek(0)
        show(f.read())
        show(f.tell())
        f.seek(3)
        f.write('XY')
        f.seek(0)
        show(f.read())
        f.truncate(4)
        f.seek(0)
        show(f.read())
    with open('p','r+b') as f:
        show(f.read(2))
        f.write(b'ZZ')
        show(f.tell())
        f.seek(0)
        show(f.read())
        f.seek(1)
        show(f.peek()[:2])
        f.write(b'q')
        f.flush()
        f.seek(0)
        show(f.read(), type(f))
        f.seek(0)
        show(f.readinto(bytearray(3)), f.read1(2), f.readline())
        f.seek(-1,2)
        show(f.read())
        f.seek(0)
        f.write(b'123')
        show(f.read())
        f.seek(0)
        show(f.read())


def buffers():
    b=mk(b'abc',b'd',b'efg')
    show(b.read(5), b.read(), b.raw.log)
    b=mk(b'abc',b'\nd',b'efg\n')
    show(b.readline(), b.readline(), b.readline(), b.raw.log)
    b=mk(b'abc',None,b'd',b'efg')
    show(b.read(5), b.read(2), b.read(), b.raw.log)
    b=mk(b'abcdefgh'*3)
    show(b.read1(2),b.read1(10),b.read1(10),b.read1(),b.peek(),b.raw.log)
    b=mk(b'abcdefgh'*3)
    ba=bytearray(7)
    show(b.readinto(ba),ba,b.raw.log)
    show(b.readinto1(ba),ba,b.raw.log)
    b=mk(b'ab\ncd\n')
    show(list(b))
    b=mk(b'abc',b'def')
    show(b.read(0), b.read1(0), b.raw.log)
    w=io.BufferedWriter(W(),5)
    show(w.write(b'ab'),w.raw.log,w.write(b'cde'),w.raw.log,w.write(b'f'),w.raw.log,w.write(b'0123456789'*2),w.raw.log)
    w.flush()
    show(w.raw.log)
    w=io.BufferedWriter(W(3),5)
    show(w.write(b'0123456789'*2),w.raw.log)
    w.close()
    show(w.raw.log)


def bytes_io():
    b=io.BytesIO(b'abc')
    b.seek(5)
    b.write(b'x')
    show(b.getvalue())
    b.seek(0)
    show(b.read(2),b.read1(),b.tell())
    b.truncate(2)
    show(b.getvalue(),b.tell())
    b.seek(0)
    v=b.getbuffer()
    v[0]=65
    show(b.getvalue())
    err(b.write,b'xyz')
    err(b.truncate,0)
    err(b.close)
    v.release()
    b.write(b'xyz')
    show(b.getvalue())
    b=io.BytesIO(b'1\n2\n3')
    show(b.readlines(),b.readline())
    b.seek(0)
    show(list(b))
    b.close()
    err(b.read)
    err(b.getvalue)
    err(lambda: b.closed)


def string_io():
    for nl in (None,'','\n','\r','\r\n'):
        s=io.StringIO('a\nb\r\nc\rd',newline=nl)
        show(nl,s.getvalue(),list(s),s.newlines)
        s.write('x\ny\r\nz')
        show(s.getvalue(), s.newlines)
    s=io.StringIO('abc')
    s.seek(5)
    s.write('x')
    show(s.getvalue())
    s.seek(1)
    s.write('ZZ')
    show(s.getvalue(),s.tell(),s.read())
    s.truncate(2)
    show(s.getvalue())
    s.seek(0,2)
    s.write('\U0001f600q')
    show(s.getvalue(),s.tell())
    s.seek(3)
    show(s.read(1))
    s.seek(0)
    show(s.readline(),s.readline(2))
    s=io.StringIO('\U0001f600\na\U0001f601b')
    show(s.readline(),s.read(1),s.tell(),s.read())
    s.close()
    err(s.read)
    err(s.getvalue)
    err(s.write,'a')


def overridden_methods():
    show(list(T(io.BytesIO(b'a\nb'),encoding='utf8')))
    x=B2()
    t=io.TextIOWrapper(x,encoding='utf8',write_through=True)
    t.write('ab')
    t.write('c\n')
    show(x.seen)
    t.seek(0)
    show(t.read(),x.getvalue())
    t=io.TextIOWrapper(B2(b'h\xc3\xa9llo'),encoding='utf8')
    show(t.read(3),t.tell(),t.read())


def line_buffering():
    x=B2()
    t=io.TextIOWrapper(x,encoding='utf8',line_buffering=True)
    t.write('ab')
    show(getattr(x,'seen',None))
    t.write('c\nd')
    show(x.seen)
    t.flush()
    show(x.seen)


def detach_and_reconfigure():
    x=io.BytesIO(b'a\xe9')
    t=io.TextIOWrapper(x,encoding='utf8')
    t.reconfigure(encoding='latin-1')
    show(t.read(),t.encoding,t.errors)
    err(lambda: t.reconfigure(encoding='utf8'))
    show(t.detach() is x)
    err(t.read)
    err(repr,t)
    err(lambda:t.buffer)
    err(t.detach)
    x=io.BytesIO()
    t=io.TextIOWrapper(x,encoding='ascii',newline='\n')
    t.write('a\n')
    t.reconfigure(newline='\r\n')
    t.write('b\n')
    t.reconfigure(encoding='utf-16')
    t.write('c')
    t.flush()
    show(x.getvalue())
    x=io.BytesIO()
    t=io.TextIOWrapper(x,encoding='ascii',errors='backslashreplace')
    t.write('\u20ac')
    t.reconfigure(errors='replace')
    t.write('\u20ac')
    t.flush()
    show(x.getvalue(),t.errors)


def pair():
    p=io.BufferedRWPair(io.BytesIO(b'abc') if 0 else Raw([b'abc']),W())
    show(p.read(2),p.write(b'x'),p.peek())
    p.flush()
    show(p.readable(),p.writable(),p.isatty(),p.closed)
    p.close()
    show(p.closed)


def errors_while_closing():
    w=io.BufferedWriter(Bad())
    w.write(b'a')
    try: w.close()
    except OSError as e: show(str(e), repr(e.__context__), w.closed)


def newline_decoder():
    d=io.IncrementalNewlineDecoder(codecs.getincrementaldecoder('utf-8')(),translate=True)
    show(d.decode(b'a\r'),d.getstate(),d.decode(b'\nb\xc3'),d.getstate(),d.decode(b'\xa9\r'),d.decode(b'x'),d.newlines)
    d.setstate((b'\xc3',1))
    show(d.decode(b'\xa9',True))
    d.reset()
    show(d.newlines)
    d=io.IncrementalNewlineDecoder(None,translate=False)
    show(d.decode('a\r'),d.decode('\nb\r\r\n',final=True),d.newlines)


def iteration_and_tell():
    with open('n', 'wb') as f: f.write(b'a\nb\r\nc\rd\r\r\n\re')
    f=open('n',encoding='utf-8')
    next(f)
    err(f.tell)
    list(f)
    show(f.tell())


def opening():
    with open('n', 'wb') as f: f.write(b'some\nlines\n')
    fd=os.open('n',os.O_RDONLY)
    f=open(fd,'rb',closefd=False)
    show(f.read(3),f.name==fd)
    f.close()
    show(os.lseek(fd,0,1))
    os.close(fd)
    f=open('n',opener=lambda p,fl: os.open(p,fl))
    show(f.read(2))
    f.close()
    f=open('n','ab')
    show(f.tell())
    f.write(b'zz')
    show(f.tell())
    f.close()
    show(open('n','rb').read()[-3:])
    f=open('new','xb')
    show(f.mode,f.raw.mode)
    f.close()
    os.remove('new')
    show(open('n','rb',0), open('n','r+b'), open('n','w+b').mode, open('n','a+').mode)
    f=open('n','w')
    f.foo=5
    show(f.foo, sorted(f.__dict__))
    f.close()
    with open('big','wb') as f:
        for i in range(1000): f.write(b'%d\n'%i*50)
    with open('big') as f: show(sum(len(l) for l in f))
    with open('big','rb') as f: show(sum(len(l) for l in f), f.tell()); f.seek(100000); show(f.readline()); f.seek(-10,1); show(f.read(10))
    with open('big') as f:
        f.readline()
        p=f.tell()
        a=f.readline()
        f.seek(p)
        show(p,a==f.readline())
        f.seek(0,2)
        show(f.tell())
    show(io.open is open, issubclass(io.TextIOWrapper,io.TextIOBase), isinstance(open('n','rb'),io.BufferedIOBase), isinstance(f,io.IOBase))
    print('a','b',sep='-',end='!\n',file=open('pr','w'))
    show(open('pr').read())


def test_newline_modes():
    assert shown(newline_modes) == [
        r"None 1 ['a\n', 'b\n', 'c\n', 'd\n', '\n', '\n', 'e'] ('\r', '\n', '\r\n')",
        r"[(0, 'a'), (1, '\n'), (2, 'b'), (3, '\n'), (5, 'c'), (6, '\n'), (340282367000166625996085689099021713415, 'd'), (8, '\n'), (18446744073709551626, '\n'), (11, '\n'), (340282367000166625996085689099021713420, 'e')]",
        r"['a\n', 'b\n', 'c\n', 'd\n', '\n', '\n', 'e', '', '', '', '', '']",
        r"'a\nb\nc\nd\n\n\ne'",
        "''",
        r"None 2 ['a\n', 'b\n', 'c\n', 'd\n', '\n', '\n', 'e'] ('\r', '\n', '\r\n')",
        r"[(0, 'a'), (1, '\n'), (2, 'b'), (18446744073709551620, '\n'), (5, 'c'), (6, '\n'), (340282367000166625996085689099021713415, 'd'), (8, '\n'), (18446744073709551626, '\n'), (18446744073709551628, '\n'), (340282367000166625996085689099021713420, 'e')]",
        r"['a\n', 'b\n', 'c\n', 'd\n', '\n', '\n', 'e', '', '', '', '', '']",
        r"'a\nb\nc\nd\n\n\ne'",
        "''",
        r"None 3 ['a\n', 'b\n', 'c\n', 'd\n', '\n', '\n', 'e'] ('\r', '\n', '\r\n')",
        r"[(0, 'a'), (1, '\n'), (2, 'b'), (3, '\n'), (5, 'c'), (6, '\n'), (340282367000166625996085689099021713415, 'd'), (18446744073709551625, '\n'), (18446744073709551626, '\n'), (18446744073709551628, '\n'), (340282367000166625996085689099021713420, 'e')]",
        r"['a\n', 'b\n', 'c\n', 'd\n', '\n', '\n', 'e', '', '', '', '', '']",
        r"'a\nb\nc\nd\n\n\ne'",
        "''",
        r"None 8192 ['a\n', 'b\n', 'c\n', 'd\n', '\n', '\n', 'e'] ('\r', '\n', '\r\n')",
        r"[(0, 'a'), (1, '\n'), (2, 'b'), (3, '\n'), (5, 'c'), (6, '\n'), (340282367000166625996085689099021713415, 'd'), (8, '\n'), (18446744073709551626, '\n'), (11, '\n'), (340282367000166625996085689099021713420, 'e')]",
        r"['a\n', 'b\n', 'c\n', 'd\n', '\n', '\n', 'e', '', '', '', '', '']",
        r"'a\nb\nc\nd\n\n\ne'",
        "''",
        r"'' 1 ['a\n', 'b\r\n', 'c\r', 'd\r', '\r\n', '\r', 'e'] ('\r', '\n', '\r\n')",
        r"[(0, 'a'), (1, '\n'), (2, 'b'), (3, '\r'), (340282367000166625996085689099021713412, '\n'), (5, 'c'), (6, '\r'), (340282367000166625996085689099021713415, 'd'), (8, '\r'), (18446744073709551626, '\r'), (340282367000166625996085689099021713418, '\n'), (11, '\r'), (340282367000166625996085689099021713420, 'e')]",
        r"['a\n', 'b\r', '\n', 'c\r', 'd\r', '\r\n', '\r', 'e', '', '', '', '']",
        r"'a\nb\r\nc\rd\r\r\n\re'",
        "''",
        r"'' 2 ['a\n', 'b\r\n', 'c\r', 'd\r', '\r\n', '\r', 'e'] ('\r', '\n', '\r\n')",
        r"[(0, 'a'), (1, '\n'), (2, 'b'), (18446744073709551620, '\r'), (340282367000166625996085689099021713412, '\n'), (5, 'c'), (6, '\r'), (340282367000166625996085689099021713415, 'd'), (8, '\r'), (18446744073709551626, '\r'), (340282367000166625996085689099021713418, '\n'), (18446744073709551628, '\r'), (340282367000166625996085689099021713420, 'e')]",
        r"['a\n', 'b\r', '\n', 'c\r', 'd\r', '\r\n', '\r', 'e', '', '', '', '']",
        r"'a\nb\r\nc\rd\r\r\n\re'",
        "''",
        r"'' 3 ['a\n', 'b\r\n', 'c\r', 'd\r', '\r\n', '\r', 'e'] ('\r', '\n', '\r\n')",
        r"[(0, 'a'), (1, '\n'), (2, 'b'), (3, '\r'), (340282367000166625996085689099021713412, '\n'), (5, 'c'), (6, '\r'), (340282367000166625996085689099021713415, 'd'), (18446744073709551625, '\r'), (18446744073709551626, '\r'), (340282367000166625996085689099021713418, '\n'), (18446744073709551628, '\r'), (340282367000166625996085689099021713420, 'e')]",
        r"['a\n', 'b\r', '\n', 'c\r', 'd\r', '\r\n', '\r', 'e', '', '', '', '']",
        r"'a\nb\r\nc\rd\r\r\n\re'",
        "''",
        r"'' 8192 ['a\n', 'b\r\n', 'c\r', 'd\r', '\r\n', '\r', 'e'] ('\r', '\n', '\r\n')",
        r"[(0, 'a'), (1, '\n'), (2, 'b'), (3, '\r'), (340282367000166625996085689099021713412, '\n'), (5, 'c'), (6, '\r'), (340282367000166625996085689099021713415, 'd'), (8, '\r'), (18446744073709551626, '\r'), (340282367000166625996085689099021713418, '\n'), (11, '\r'), (340282367000166625996085689099021713420, 'e')]",
        r"['a\n', 'b\r', '\n', 'c\r', 'd\r', '\r\n', '\r', 'e', '', '', '', '']",
        r"'a\nb\r\nc\rd\r\r\n\re'",
        "''",
        r"'\n' 1 ['a\n', 'b\r\n', 'c\rd\r\r\n', '\re'] None",
        r"[(0, 'a'), (1, '\n'), (2, 'b'), (3, '\r'), (4, '\n'), (5, 'c'), (6, '\r'), (7, 'd'), (8, '\r'), (9, '\r'), (10, '\n'), (11, '\r'), (12, 'e')]",
        r"['a\n', 'b\r', '\n', 'c\r', 'd\r', '\r\n', '\re', '', '', '', '', '']",
        r"'a\nb\r\nc\rd\r\r\n\re'",
        "''",
        r"'\n' 2 ['a\n', 'b\r\n', 'c\rd\r\r\n', '\re'] None",
        r"[(0, 'a'), (1, '\n'), (2, 'b'), (3, '\r'), (4, '\n'), (5, 'c'), (6, '\r'), (7, 'd'), (8, '\r'), (9, '\r'), (10, '\n'), (11, '\r'), (12, 'e')]",
        r"['a\n', 'b\r', '\n', 'c\r', 'd\r', '\r\n', '\re', '', '', '', '', '']",
        r"'a\nb\r\nc\rd\r\r\n\re'",
        "''",
        r"'\n' 3 ['a\n', 'b\r\n', 'c\rd\r\r\n', '\re'] None",
        r"[(0, 'a'), (1, '\n'), (2, 'b'), (3, '\r'), (4, '\n'), (5, 'c'), (6, '\r'), (7, 'd'), (8, '\r'), (9, '\r'), (10, '\n'), (11, '\r'), (12, 'e')]",
        r"['a\n', 'b\r', '\n', 'c\r', 'd\r', '\r\n', '\re', '', '', '', '', '']",
        r"'a\nb\r\nc\rd\r\r\n\re'",
        "''",
        r"'\n' 8192 ['a\n', 'b\r\n', 'c\rd\r\r\n', '\re'] None",
        r"[(0, 'a'), (1, '\n'), (2, 'b'), (3, '\r'), (4, '\n'), (5, 'c'), (6, '\r'), (7, 'd'), (8, '\r'), (9, '\r'), (10, '\n'), (11, '\r'), (12, 'e')]",
        r"['a\n', 'b\r', '\n', 'c\r', 'd\r', '\r\n', '\re', '', '', '', '', '']",
        r"'a\nb\r\nc\rd\r\r\n\re'",
        "''",
        r"'\r' 1 ['a\nb\r', '\nc\r', 'd\r', '\r', '\n\r', 'e'] None",
        r"[(0, 'a'), (1, '\n'), (2, 'b'), (3, '\r'), (4, '\n'), (5, 'c'), (6, '\r'), (7, 'd'), (8, '\r'), (9, '\r'), (10, '\n'), (11, '\r'), (12, 'e')]",
        r"['a\n', 'b\r', '\nc', '\r', 'd\r', '\r', '\n\r', 'e', '', '', '', '']",
        r"'a\nb\r\nc\rd\r\r\n\re'",
        "''",
        r"'\r' 2 ['a\nb\r', '\nc\r', 'd\r', '\r', '\n\r', 'e'] None",
        r"[(0, 'a'), (1, '\n'), (2, 'b'), (3, '\r'), (4, '\n'), (5, 'c'), (6, '\r'), (7, 'd'), (8, '\r'), (9, '\r'), (10, '\n'), (11, '\r'), (12, 'e')]",
        r"['a\n', 'b\r', '\nc', '\r', 'd\r', '\r', '\n\r', 'e', '', '', '', '']",
        r"'a\nb\r\nc\rd\r\r\n\re'",
        "''",
        r"'\r' 3 ['a\nb\r', '\nc\r', 'd\r', '\r', '\n\r', 'e'] None",
        r"[(0, 'a'), (1, '\n'), (2, 'b'), (3, '\r'), (4, '\n'), (5, 'c'), (6, '\r'), (7, 'd'), (8, '\r'), (9, '\r'), (10, '\n'), (11, '\r'), (12, 'e')]",
        r"['a\n', 'b\r', '\nc', '\r', 'd\r', '\r', '\n\r', 'e', '', '', '', '']",
        r"'a\nb\r\nc\rd\r\r\n\re'",
        "''",
        r"'\r' 8192 ['a\nb\r', '\nc\r', 'd\r', '\r', '\n\r', 'e'] None",
        r"[(0, 'a'), (1, '\n'), (2, 'b'), (3, '\r'), (4, '\n'), (5, 'c'), (6, '\r'), (7, 'd'), (8, '\r'), (9, '\r'), (10, '\n'), (11, '\r'), (12, 'e')]",
        r"['a\n', 'b\r', '\nc', '\r', 'd\r', '\r', '\n\r', 'e', '', '', '', '']",
        r"'a\nb\r\nc\rd\r\r\n\re'",
        "''",
        r"'\r\n' 1 ['a\nb\r\n', 'c\rd\r\r\n', '\re'] None",
        r"[(0, 'a'), (1, '\n'), (2, 'b'), (3, '\r'), (4, '\n'), (5, 'c'), (6, '\r'), (7, 'd'), (8, '\r'), (9, '\r'), (10, '\n'), (11, '\r'), (12, 'e')]",
        r"['a\n', 'b\r', '\nc', '\rd', '\r\r', '\n\r', 'e', '', '', '', '', '']",
        r"'a\nb\r\nc\rd\r\r\n\re'",
        "''",
        r"'\r\n' 2 ['a\nb\r\n', 'c\rd\r\r\n', '\re'] None",
        r"[(0, 'a'), (1, '\n'), (2, 'b'), (3, '\r'), (4, '\n'), (5, 'c'), (6, '\r'), (7, 'd'), (8, '\r'), (9, '\r'), (10, '\n'), (11, '\r'), (12, 'e')]",
        r"['a\n', 'b\r', '\nc', '\rd', '\r\r', '\n\r', 'e', '', '', '', '', '']",
        r"'a\nb\r\nc\rd\r\r\n\re'",
        "''",
        r"'\r\n' 3 ['a\nb\r\n', 'c\rd\r\r\n', '\re'] None",
        r"[(0, 'a'), (1, '\n'), (2, 'b'), (3, '\r'), (4, '\n'), (5, 'c'), (6, '\r'), (7, 'd'), (8, '\r'), (9, '\r'), (10, '\n'), (11, '\r'), (12, 'e')]",
        r"['a\n', 'b\r', '\nc', '\rd', '\r\r', '\n\r', 'e', '', '', '', '', '']",
        r"'a\nb\r\nc\rd\r\r\n\re'",
        "''",
        r"'\r\n' 8192 ['a\nb\r\n', 'c\rd\r\r\n', '\re'] None",
        r"[(0, 'a'), (1, '\n'), (2, 'b'), (3, '\r'), (4, '\n'), (5, 'c'), (6, '\r'), (7, 'd'), (8, '\r'), (9, '\r'), (10, '\n'), (11, '\r'), (12, 'e')]",
        r"['a\n', 'b\r', '\nc', '\rd', '\r\r', '\n\r', 'e', '', '', '', '', '']",
        r"'a\nb\r\nc\rd\r\r\n\re'",
        "''",
        '7',
        r"None b'a\nb\r\nc\rx\ny'",
        '7',
        r"'' b'a\nb\r\nc\rx\ny'",
        '7',
        r"'\n' b'a\nb\r\nc\rx\ny'",
        '7',
        r"'\r' b'a\rb\r\rc\rx\ry'",
        '7',
        r"'\r\n' b'a\r\nb\r\r\nc\rx\r\ny'",
    ]


def test_encodings():
    assert shown(encodings) == [
        r"'utf-8' b'h\xc3\xa9llo \xe2\x82\xac \xf0\x9f\x98\x80\nh\xc3\xa9llo \xe2\x82\xac \xf0\x9f\x98\x80\nh\xc3\xa9llo \xe2\x82\xac \xf0\x9f\x98\x80\nend' 51",
        r"'h\xe9llo \u20ac \U0001f600\n' 1 'h\xe9l'",
        r"20 'lo \u20ac ' '\U0001f600\nh\xe9llo \u20ac \U0001f600\nend'",
        r"b'\nendmore'",
        r"'utf-16' b'\xff\xfeh\x00\xe9\x00l\x00l\x00o\x00 \x00\xac  \x00=\xd8\x00\xde\n\x00h\x00\xe9\x00l\x00l\x00o\x00 \x00\xac  \x00=\xd8\x00\xde\n\x00h\x00\xe9\x00l\x00l\x00o\x00 \x00\xac ' 74",
        r"'h\xe9llo \u20ac \U0001f600\n' 1 'h\xe9l'",
        r"30 'lo \u20ac ' '\U0001f600\nh\xe9llo \u20ac \U0001f600\nend'",
        r"b'm\x00o\x00r\x00e\x00'",
        r"'utf-32' b'\xff\xfe\x00\x00h\x00\x00\x00\xe9\x00\x00\x00l\x00\x00\x00l\x00\x00\x00o\x00\x00\x00 \x00\x00\x00\xac \x00\x00 \x00\x00\x00\x00\xf6\x01\x00\n\x00\x00\x00h\x00\x00\x00\xe9\x00\x00\x00l\x00\x00\x00l\x00\x00\x00' 136",
        r"'h\xe9llo \u20ac \U0001f600\n' 1 'h\xe9l'",
        r"56 'lo \u20ac ' '\U0001f600\nh\xe9llo \u20ac \U0001f600\nend'",
        r"b'r\x00\x00\x00e\x00\x00\x00'",
        r"'utf-8-sig' b'\xef\xbb\xbfh\xc3\xa9llo \xe2\x82\xac \xf0\x9f\x98\x80\nh\xc3\xa9llo \xe2\x82\xac \xf0\x9f\x98\x80\nh\xc3\xa9llo \xe2\x82\xac \xf0\x9f\x98\x80\nend' 54",
        r"'h\xe9llo \u20ac \U0001f600\n' 1 'h\xe9l'",
        r"23 'lo \u20ac ' '\U0001f600\nh\xe9llo \u20ac \U0001f600\nend'",
        r"b'\nendmore'",
        r"'utf-16-le' b'h\x00\xe9\x00l\x00l\x00o\x00 \x00\xac  \x00=\xd8\x00\xde\n\x00h\x00\xe9\x00l\x00l\x00o\x00 \x00\xac  \x00=\xd8\x00\xde\n\x00h\x00\xe9\x00l\x00l\x00o\x00 \x00\xac  \x00' 72",
        r"'h\xe9llo \u20ac \U0001f600\n' 1 'h\xe9l'",
        r"28 'lo \u20ac ' '\U0001f600\nh\xe9llo \u20ac \U0001f600\nend'",
        r"b'm\x00o\x00r\x00e\x00'",
        r"'utf-7' b'h+AOk-llo +IKw +2D3eAA\nh+AOk-llo +IKw +2D3eAA\nh+AOk-llo +IKw' 72",
        r"'h\xe9llo \u20ac \U0001f600\n' 1 'h\xe9l'",
        r"30 'lo \u20ac ' '\U0001f600\nh\xe9llo \u20ac \U0001f600\nend'",
        r"b'\nendmore'",
        r"'cp1252' b'h\xe9llo \x80 &#128512;\nh\xe9llo \x80 &#128512;\nh\xe9llo \x80 &#128512;\nend' 57",
        r"'h\xe9llo \u20ac &#128512;\n' 1 'h\xe9l'",
        r"21 'lo \u20ac ' '&#128512;\nh\xe9llo \u20ac &#128512;\nend'",
        r"b'\nendmore'",
        r"'latin-1' b'h\xe9llo &#8364; &#128512;\nh\xe9llo &#8364; &#128512;\nh\xe9llo &#8364' 75",
        r"'h\xe9llo &#8364; &#128512;\n' 1 'h\xe9l'",
        r"27 'lo &#' '8364; &#128512;\nh\xe9llo &#8364; &#128512;\nend'",
        r"b'\nendmore'",
        r"'ascii' b'h&#233;llo &#8364; &#128512;\nh&#233;llo &#8364; &#128512;\nh&' 90",
        r"'h&#233;llo &#8364; &#128512;\n' 1 'h&#'",
        r"32 '233;l' 'lo &#8364; &#128512;\nh&#233;llo &#8364; &#128512;\nend'",
        r"b'\nendmore'",
        r"'iso8859-15' b'h\xe9llo \xa4 &#128512;\nh\xe9llo \xa4 &#128512;\nh\xe9llo \xa4 &#128512;\nend' 57",
        r"'h\xe9llo \u20ac &#128512;\n' 1 'h\xe9l'",
        r"21 'lo \u20ac ' '&#128512;\nh\xe9llo \u20ac &#128512;\nend'",
        r"b'\nendmore'",
        r"'koi8-r' b'h&#233;llo &#8364; &#128512;\nh&#233;llo &#8364; &#128512;\nh&' 90",
        r"'h&#233;llo &#8364; &#128512;\n' 1 'h&#'",
        r"32 '233;l' 'lo &#8364; &#128512;\nh&#233;llo &#8364; &#128512;\nend'",
        r"b'\nendmore'",
    ]


def test_reading_and_writing():
    assert shown(reading_and_writing) == [
        r"'hello\n' 'world\n'",
        r"'hello\nworld\n!'",
        '13',
        r"'helXY\nworld\n!'",
        "'helX'",
        "b'he'",
        '4',
        "b'heZZ'",
        "b'eZ'",
        "b'hqZZ' <class '_io.BufferedRandom'>",
        "3 b'Z' b''",
        "b'Z'",
        "b'Z'",
        "b'123Z'",
    ]


def test_buffers():
    assert shown(buffers) == [
        "b'abcde' b'fg' [4, 4, 3, 131072]",
        r"b'abc\n' b'defg\n' b'' [4, 4, 4, 4]",
        "b'abc' b'de' b'fg' [4, 4, 4, 3, 131072]",
        "b'ab' b'cdefghabcd' b'efghabcdef' b'gh' b'' [2, 10, 10, 4, 4]",
        "7 bytearray(b'abcdefg') [7]",
        "7 bytearray(b'habcdef') [7, 7]",
        r"[b'ab\n', b'cd\n']",
        "b'' b'' []",
        "2 [b'abcde', b'f', b'01234567890123456789'] 3 [b'abcde', b'f', b'01234567890123456789'] 1 [b'abcde', b'f', b'01234567890123456789'] 20 [b'abcde', b'f', b'01234567890123456789']",
        "[b'abcde', b'f', b'01234567890123456789']",
        "20 [b'012', b'345', b'678', b'901', b'234', b'567']",
        "[b'012', b'345', b'678', b'901', b'234', b'567', b'89']",
    ]


def test_bytes_io():
    assert shown(bytes_io) == [
        r"b'abc\x00\x00x'",
        r"b'ab' b'c\x00\x00x' 6",
        "b'ab' 6",
        "b'Ab'",
        'BufferError: Existing exports of data: object cannot be re-sized',
        'BufferError: Existing exports of data: object cannot be re-sized',
        'BufferError: Existing exports of data: object cannot be re-sized',
        "b'xyz'",
        r"[b'1\n', b'2\n', b'3'] b''",
        r"[b'1\n', b'2\n', b'3']",
        'ValueError: I/O operation on closed file.',
        'ValueError: I/O operation on closed file.',
        'True',
    ]


def test_string_io():
    assert shown(string_io) == [
        r"None 'a\nb\nc\nd' ['a\n', 'b\n', 'c\n', 'd'] ('\r', '\n', '\r\n')",
        r"'a\nb\nc\ndx\ny\nz' ('\r', '\n', '\r\n')",
        r"'' 'a\nb\r\nc\rd' ['a\n', 'b\r\n', 'c\r', 'd'] ('\r', '\n', '\r\n')",
        r"'a\nb\r\nc\rdx\ny\r\nz' ('\r', '\n', '\r\n')",
        r"'\n' 'a\nb\r\nc\rd' ['a\n', 'b\r\n', 'c\rd'] None",
        r"'a\nb\r\nc\rdx\ny\r\nz' None",
        r"'\r' 'a\rb\r\rc\rd' ['a\r', 'b\r', '\r', 'c\r', 'd'] None",
        r"'a\rb\r\rc\rdx\ry\r\rz' None",
        r"'\r\n' 'a\r\nb\r\r\nc\rd' ['a\r\n', 'b\r\r\n', 'c\rd'] None",
        r"'a\r\nb\r\r\nc\rdx\r\ny\r\r\nz' None",
        r"'abc\x00\x00x'",
        r"'aZZ\x00\x00x' 3 '\x00\x00x'",
        "'aZ'",
        r"'aZ\U0001f600q' 4",
        "'q'",
        r"'aZ\U0001f600q' ''",
        r"'\U0001f600\n' 'a' 3 '\U0001f601b'",
        'ValueError: I/O operation on closed file',
        'ValueError: I/O operation on closed file',
        'ValueError: I/O operation on closed file',
    ]


def test_overridden_methods():
    assert shown(overridden_methods) == [
        "['X']",
        r"[b'ab', b'c\n']",
        r"'abc\n' b'abc\n'",
        r"'h\xe9l' 4 'lo'",
    ]


def test_line_buffering():
    assert shown(line_buffering) == [
        'None',
        r"[b'abc\nd']",
        r"[b'abc\nd']",
    ]


def test_detach_and_reconfigure():
    assert shown(detach_and_reconfigure) == [
        r"'a\xe9' 'latin-1' 'strict'",
        'None',
        'True',
        'ValueError: underlying buffer has been detached',
        '"<_io.TextIOWrapper encoding=\'utf8\'>"',
        'None',
        'ValueError: underlying buffer has been detached',
        r"b'a\nb\r\nc\x00'",
        r"b'\\u20ac?' 'replace'",
    ]


def test_pair():
    assert shown(pair) == [
        "b'ab' 1 b'c'",
        'True True False False',
        'True',
    ]


def test_errors_while_closing():
    assert shown(errors_while_closing) == [
        '\'bad close\' "OSError(\'bad write\')" True',
    ]


def test_newline_decoder():
    assert shown(newline_decoder) == [
        r"'a' (b'', 1) '\nb' (b'\xc3', 0) '\xe9' '\nx' ('\r', '\r\n')",
        r"'\n\xe9'",
        'None',
        r"'a' '\r\nb\r\r\n' ('\r', '\r\n')",
    ]


def test_iteration_and_tell():
    assert shown(iteration_and_tell) == [
        'OSError: telling position disabled by next() call',
        '13',
    ]


def test_opening():
    assert shown(opening) == [
        "b'som' True",
        '11',
        "'so'",
        '11',
        '13',
        r"b'\nzz'",
        "'xb' 'xb'",
        "<_io.FileIO name='n' mode='rb' closefd=True> <_io.BufferedRandom name='n'> 'rb+' 'a+'",
        "5 ['foo', 'mode']",
        '194500',
        '194500 194500',
        r"b'527\n'",
        r"b'7\n527\n527\n'",
        '2 True',
        '194500',
        'True True True True',
        r"'a-b!\n'",
    ]
