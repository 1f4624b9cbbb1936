"""`dis` for Typhon's own instructions: what stands in for the functions of dis.py that read CPython's.

An instruction has several operands; `arg` and `argval` are those of the one that says most (a name, a constant, a target, a variable), and
`argrepr` shows them all, as `typhon dis` does.
"""

import types

import _typhon_code


def add_names(dis):
    """Adds to the tables of dis.py the instructions that CPython has none of the same name for; answers the number of each name."""
    # Copies: the tables of `opcode` are CPython's.
    for table in ('opname', 'opmap', 'hasarg', 'hasconst', 'hasname', 'hasfree', 'hasjabs', 'hasjump', 'haslocal'):
        dis[table] = dis[table].copy()
    opname, opmap = dis['opname'], dis['opmap']
    tables = {
        'const': ['hasconst'], 'name': ['hasname'], 'free': ['hasfree'], 'label': ['hasjabs', 'hasjump'],
        'reg': ['haslocal'], 'var': ['haslocal'], 'dst': ['haslocal'], 'int': [],
    }
    for name, kind in zip(_typhon_code.names(), _typhon_code.kinds()):
        if name in opmap:
            continue
        opmap[name] = len(opname)
        opname.append(name)
        for table in tables[kind] + ['hasarg'] if kind else ():
            dis[table].append(opmap[name])
    return opmap


def install(dis):
    """Puts the functions into the namespace of dis.py."""
    instruction_type = dis['Instruction']
    positions_type = dis['Positions']
    entry_type = dis['_ExceptionTableEntry']
    opmap = add_names(dis)
    of_bytes = dis['_get_instructions_bytes']

    def get_instructions(code, linestarts=None, line_offset=0, co_positions=None, original_code=None, arg_resolver=None):
        """The instructions of the code object that `arg_resolver` was made for; bytes alone are taken for CPython's."""
        code_object = getattr(getattr(arg_resolver, 'varname_from_oparg', None), '__self__', None)
        if not isinstance(code_object, types.CodeType):
            yield from of_bytes(code, linestarts, line_offset, co_positions, original_code, arg_resolver)
            return
        positions = list(co_positions or ())
        line = None
        for offset, end, name, kind, arg, texts, target in _typhon_code.instructions(code_object):
            opcode = opmap[name]
            # The entry of a function has a place of its own in the tables, within the first instruction.
            starts = [linestarts[place] for place in range(offset, end, 2) if place in linestarts] if linestarts else []
            if starts:
                line = starts[-1]
            index = max(offset // 2, 1)
            instruction = instruction_type(
                name, opcode, arg, value_of(kind, arg, texts, arg_resolver), shown(texts, target, arg_resolver),
                offset, offset, bool(starts), None if line is None else line + line_offset,
                arg_resolver.get_label_for_offset(offset),
                positions_type(*positions[index] if index < len(positions) else ()))
            instruction._end = end
            instruction._target = target
            yield instruction

    def value_of(kind, arg, texts, resolver):
        if kind == 'name':
            return resolver.names[arg]
        if kind == 'const':
            return resolver.co_consts[arg]
        if kind in ('free', 'reg', 'var', 'dst'):
            return texts[0] if kind != 'free' else texts[-1]
        return arg

    def shown(texts, target, resolver):
        label = resolver.get_label_for_offset(target)
        if label is not None:
            number = str(target // 4)
            texts = [f'to L{label}' if text == number else text for text in texts]
        return ', '.join(texts)

    def print_instructions(instructions, exception_entries, formatter, lasti=-1):
        for instruction in instructions:
            formatter.print_instruction(instruction, instruction.offset <= lasti < instruction.end_offset)
        formatter.print_exception_table(exception_entries)

    def parse_exception_table(code):
        return [entry_type(start, end, target, register, False)
                for start, end, target, register in _typhon_code.handlers(code)]

    def find_imports(code):
        """Triples of name, level and fromlist: the constants that the registers of an import hold."""
        held = {}
        for _, _, name, _, arg, texts, _ in _typhon_code.instructions(code):
            if name == 'IMPORT_NAME':
                _, _, level, fromlist = texts
                if fromlist in held and level in held:
                    yield code.co_names[arg], held[level], held[fromlist]
            elif name == 'LOAD_CONST':
                held[texts[0]] = code.co_consts[arg]
            elif name == 'LOAD_INT':
                held[texts[0]] = arg
            elif name == 'LOAD_NONE':
                held[texts[0]] = None

    def find_store_names(code):
        for _, _, name, _, arg, _, _ in _typhon_code.instructions(code):
            if name in ('STORE_NAME', 'STORE_GLOBAL'):
                yield code.co_names[arg]

    def with_own(name, own):
        """A property of instructions: what `own` says of one of ours, what dis.py says of others."""
        other = getattr(instruction_type, name).fget
        setattr(instruction_type, name, property(lambda self: other(self) if self._end is None else own(self)))

    instruction_type._end = None
    with_own('baseopcode', lambda self: self.opcode)
    with_own('baseopname', lambda self: self.opname)
    with_own('cache_offset', lambda self: self._end)
    with_own('end_offset', lambda self: self._end)
    with_own('jump_target', lambda self: self._target)
    dis.update(
        findlabels=_typhon_code.labels,
        _get_instructions_bytes=get_instructions,
        print_instructions=print_instructions,
        _parse_exception_table=parse_exception_table,
        _find_imports=find_imports,
        _find_store_names=find_store_names,
    )
