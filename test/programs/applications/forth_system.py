"""A Forth: a dictionary of threaded code, words that compile, control structures by back-patching, an exception for every mistake."""
import sys
from collections import deque


class ForthError(Exception):
    pass


class Underflow(ForthError):
    pass


class Word:
    __slots__ = ('name', 'body', 'immediate', 'does')

    def __init__(self, name, body, immediate=False):
        self.name = name
        self.body = body
        self.immediate = immediate
        self.does = None

    def __repr__(self):
        return f'<{self.name}{"!" if self.immediate else ""}>'


class Stack(list):
    def take(self):
        try:
            return self.pop()
        except IndexError:
            raise Underflow('stack is empty') from None

    def several(self, count):
        if len(self) < count:
            raise Underflow(f'{count} items wanted, {len(self)} there')
        items = self[-count:] if count else []
        if count:
            del self[-count:]
        return items


class Forth:
    def __init__(self):
        self.stack = Stack()
        self.returns = Stack()
        self.memory = [0] * 16
        self.words = {}
        self.definition = None
        self.marks = Stack()
        self.source = deque()
        self.output = []
        self.fuel = 0
        self.base = 10
        for name in dir(self):
            if name.startswith(('do_', 'now_')):
                function = getattr(self, name)
                names = function.__doc__.split()
                for each in names:
                    self.words[each] = Word(each, function, name.startswith('now_'))

    # Arithmetic and the stack

    def binary(function):
        def do(self):
            left, right = self.stack.several(2)
            self.stack.append(int(function(left, right)))
        return do

    for _name, _function in {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a // b, 'mod': lambda a, b: a % b,
                             '=': lambda a, b: -(a == b), '<': lambda a, b: -(a < b), '>': lambda a, b: -(a > b), 'and': lambda a, b: a & b, 'or': lambda a, b: a | b,
                             'xor': lambda a, b: a ^ b, 'max': max, 'min': min, 'lshift': lambda a, b: a << b}.items():
        _method = binary(_function)
        _method.__doc__ = _name
        locals()[f'do_{len(_name)}_{sum(map(ord, _name))}'] = _method
    del binary, _name, _function, _method

    SHUFFLES = {'dup': (1, (0, 0)), 'drop': (1, ()), 'swap': (2, (1, 0)), 'over': (2, (0, 1, 0)), 'rot': (3, (1, 2, 0)), '2dup': (2, (0, 1, 0, 1)), 'nip': (2, (1,)), 'tuck': (2, (1, 0, 1))}

    def shuffle(self, name):
        count, order = self.SHUFFLES[name]
        items = self.stack.several(count)
        self.stack.extend(items[index] for index in order)

    def do_fetch(self):
        '@'
        self.stack.append(self.cell(self.stack.take()))

    def do_store(self):
        '!'
        value, address = self.stack.several(2)
        self.cell(address)
        self.memory[address] = value

    def cell(self, address):
        if not 0 <= address < len(self.memory):
            raise ForthError(f'no cell {address}')
        return self.memory[address]

    def do_here(self):
        'here'
        self.stack.append(len(self.memory))

    def do_comma(self):
        ','
        self.memory.append(self.stack.take())

    def do_allot(self):
        'allot'
        self.memory.extend([0] * self.stack.take())

    def do_to_return(self):
        '>r'
        self.returns.append(self.stack.take())

    def do_from_return(self):
        'r>'
        self.stack.append(self.returns.take())

    def do_index(self):
        'i'
        self.stack.append(self.returns[-1])

    def do_outer_index(self):
        'j'
        self.stack.append(self.returns[-3])

    # Output

    def do_dot(self):
        '.'
        number, digits = self.stack.take(), []
        rest = abs(number)
        while rest or not digits:
            rest, digit = divmod(rest, self.base)
            digits.append('0123456789abcdefghijklmnopqrstuvwxyz'[digit])
        self.output.append('-' * (number < 0) + ''.join(reversed(digits)) + ' ')

    def do_emit(self):
        'emit'
        self.output.append(chr(self.stack.take()))

    def do_cr(self):
        'cr'
        self.output.append('\n')

    def do_show(self):
        '.s'
        self.output.append(f'<{len(self.stack)}> {" ".join(map(str, self.stack))} ')

    def do_hex(self):
        'hex'
        self.base = 16

    def do_decimal(self):
        'decimal'
        self.base = 10

    # Compilation

    def parse(self):
        if not self.source:
            raise ForthError('a word is missing')
        return self.source.popleft()

    def do_colon(self):
        ':'
        self.definition = Word(self.parse(), [])
        self.marks.clear()

    def now_semicolon(self):
        ';'
        if self.marks:
            raise ForthError(f'{self.marks[-1][0]} was never closed in {self.definition.name}')
        self.words[self.definition.name] = self.definition
        self.definition = None

    def do_immediate(self):
        'immediate'
        list(self.words.values())[-1].immediate = True

    def do_create(self):
        'create'
        address = len(self.memory)
        name = self.parse()
        self.words[name] = Word(name, [('push', address)])

    def do_variable(self):
        'variable'
        self.do_create()
        self.memory.append(0)

    def do_constant(self):
        'constant'
        name = self.parse()
        self.words[name] = Word(name, [('push', self.stack.take())])

    def now_recurse(self):
        'recurse'
        self.code.append(('call', self.definition))

    def now_does(self):
        'does>'
        self.code.append(('does', None))

    @property
    def code(self):
        if self.definition is None:
            raise ForthError('only in definitions')
        return self.definition.body

    def mark(self, kind):
        self.marks.append((kind, len(self.code)))

    def resolve(self, *kinds):
        kind, place = self.marks.take() if self.marks else (None, 0)
        if kind not in kinds:
            raise ForthError(f'{" or ".join(kinds)} is missing')
        return place

    def now_if(self):
        'if'
        self.mark('if')
        self.code.append(None)

    def now_else(self):
        'else'
        place = self.resolve('if')
        self.mark('if')
        self.code.append(None)
        self.code[place] = ('unless', len(self.code))
        self.marks[-1] = ('else', len(self.code) - 1)

    def now_then(self):
        'then'
        is_else = bool(self.marks) and self.marks[-1][0] == 'else'
        place = self.resolve('if', 'else')
        self.code[place] = ('jump' if is_else else 'unless', len(self.code))

    def now_begin(self):
        'begin'
        self.mark('begin')

    def now_until(self):
        'until'
        self.code.append(('unless', self.resolve('begin')))

    def now_while(self):
        'while'
        self.mark('while')
        self.code.append(None)

    def now_repeat(self):
        'repeat'
        leaving, start = self.resolve('while'), self.resolve('begin')
        self.code.append(('jump', start))
        self.code[leaving] = ('unless', len(self.code))

    def now_do(self):
        'do'
        self.code.append(('do', None))
        self.mark('do')

    def now_loop(self):
        'loop'
        self.code.append(('loop', self.resolve('do')))

    def now_string(self):
        '."'
        text = []
        while not (part := self.parse()).endswith('"'):
            text.append(part)
        text.append(part[:-1])
        self.emit_or_do('say', ' '.join(text))

    def now_comment(self):
        '('
        while self.parse() != ')':
            pass

    # Execution

    def emit_or_do(self, kind, operand):
        if self.definition is not None:
            self.definition.body.append((kind, operand))
        else:
            self.execute([(kind, operand)])

    def call(self, word):
        if callable(word.body):
            word.body()
        else:
            self.execute(word.body)

    def execute(self, body, pc=0):
        stack, returns = self.stack, self.returns
        while pc < len(body):
            self.fuel -= 1
            if self.fuel < 0:
                raise ForthError('out of fuel')
            kind, operand = body[pc]
            pc += 1
            if kind == 'push':
                stack.append(operand)
            elif kind == 'call':
                self.call(operand)
            elif kind == 'shuffle':
                self.shuffle(operand)
            elif kind == 'unless':
                if not stack.take():
                    pc = operand
            elif kind == 'jump':
                pc = operand
            elif kind == 'do':
                returns.extend(stack.several(2))
            elif kind == 'loop':
                returns[-1] += 1
                if returns[-1] < returns[-2]:
                    pc = operand
                else:
                    del returns[-2:]
            elif kind == 'say':
                self.output.append(operand)
            elif kind == 'does':
                newest = list(self.words.values())[-1]
                newest.body = [*newest.body, *body[pc:]]
                return

    def number(self, text):
        try:
            return int(text, self.base)
        except ValueError:
            raise ForthError(f'what is {text}?') from None

    def interpret(self, line, fuel=200_000):
        self.output.clear()
        self.source = deque(line.lower().split())
        self.fuel = fuel
        try:
            while self.source:
                token = self.source.popleft()
                if (word := self.words.get(token)) is not None:
                    if word.immediate or self.definition is None:
                        self.call(word)
                    else:
                        self.definition.body.append(('call', word))
                elif token in self.SHUFFLES:
                    self.emit_or_do('shuffle', token)
                else:
                    self.emit_or_do('push', self.number(token))
        except (ForthError, ZeroDivisionError, RecursionError, OverflowError, ValueError) as error:
            self.stack.clear()
            self.returns.clear()
            self.definition = None
            return f'{"".join(self.output)}? {type(error).__name__}: {error}'
        return f'{"".join(self.output)}{"" if self.definition is None else " compiled"}ok'


SESSION = '''
1 2 + 3 * .s .
: square dup * ; 12 square .
: fact dup 1 > if dup 1 - recurse * then ; 5 fact . 25 fact .
: fib dup 2 < if drop 1 else dup 1 - recurse swap 2 - recurse + then ; 15 fib .
: stars 0 do 42 emit loop ; 5 stars
: table ( n -- ) 1 do i 1 + 1 do j i * . loop cr loop ; 5 table
variable total 5 total ! total @ 2 * .
: sum 0 total ! 1 do total @ i + total ! loop total @ ; 101 sum .
: gcd begin dup while tuck mod repeat drop ; 1071 462 gcd .
: collatz 0 swap begin dup 1 > while dup 2 mod if 3 * 1 + else 2 / then swap 1 + swap repeat drop ; 27 collatz .
: longest 0 swap 1 do i collatz max loop ; 300 longest .
: array create allot does> + ; 10 array cells
: fill 10 0 do i square i cells ! loop ; fill 7 cells @ .
: show 10 0 do i cells @ . loop ; show
42 constant answer answer .
: greet ." hello there" cr ; greet
: prime 1 swap dup 2 do dup i mod 0 = if swap drop 0 swap then loop drop ; : primes 2 do i prime if i . then loop ; 60 primes
hex ff 1 + . decimal 255 .
: five 5 ; immediate : ten five 2 * ; ten .
: bits 0 swap begin dup while dup 1 and rot + swap 2 / repeat drop ; 1000 bits .
1 0 /
drop
nonsense
: broken if 1 ; 1
: loose then ;
: endless begin 0 until ; endless
: deep recurse ; deep
99 @
5 0 do
: bar 1 2
foo ;
1 >r r> .
r>
-7 2 / . -7 2 mod . 1 70 lshift .
-1 emit
.s
'''
forth = Forth()
for line in SESSION.strip().splitlines():
    sys.stdout.write(f'{line}\n    {forth.interpret(line)}\n')
print(len(forth.words), len(forth.memory), forth.words['ten'], forth.words['five'], [kind for kind, _ in forth.words['gcd'].body])
