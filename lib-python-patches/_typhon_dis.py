"""`dis` for Typhon's own instructions: what stands in for the functions of dis.py that read CPython's.

An instruction has several operands; `arg` and `argval` are those of the one that says most (a name, a constant, a target, a variable), and
`argrepr` shows them all, as `typhon dis` does.
"""

import _typhon_code

opname = _typhon_code.names()
opmap = {name: number for number, name in enumerate(opname)}
kinds = _typhon_code.kinds()


def having(*wanted):
    """The instructions whose main operand is of one of these kinds."""
    return [number for number, kind in enumerate(kinds) if kind in wanted]


def install(dis):
    """Puts the functions into the namespace of dis.py."""
    instruction_type = dis['Instruction']
    positions_type = dis['Positions']
    entry_type = dis['_ExceptionTableEntry']

    def get_instructions(code, linestarts=None, line_offset=0, co_positions=None, original_code=None, arg_resolver=None):
        """The instructions of the code object that `arg_resolver` was made for."""
        code_object = arg_resolver.varname_from_oparg.__self__
        positions = list(co_positions or ())
        line = None
        for offset, end, opcode, name, kind, arg, texts, target in _typhon_code.instructions(code_object):
            # The entry of a function has a place of its own in the table of lines, within the first instruction.
            starts = [linestarts[place] for place in range(offset, end, 2) if place in linestarts] if linestarts else []
            if starts:
                line = starts[-1]
            index = offset // 2
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
        for _, _, _, name, _, arg, texts, _ in _typhon_code.instructions(code):
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
        for _, _, _, name, _, arg, _, _ in _typhon_code.instructions(code):
            if name in ('STORE_NAME', 'STORE_GLOBAL'):
                yield code.co_names[arg]

    instruction_type._end = None
    instruction_type._target = None
    instruction_type.baseopcode = property(lambda self: self.opcode)
    instruction_type.baseopname = property(lambda self: self.opname)
    instruction_type.cache_offset = instruction_type.end_offset = property(
        lambda self: self.offset + 4 if self._end is None else self._end)
    instruction_type.jump_target = property(lambda self: self._target)
    dis.update(
        opname=opname,
        opmap=opmap,
        hasarg=[number for number, kind in enumerate(kinds) if kind is not None],
        hasconst=having('const'),
        hasname=having('name'),
        hasjump=having('label'),
        hasjabs=having('label'),
        hasjrel=[],
        hasfree=having('free'),
        haslocal=having('reg', 'var', 'dst'),
        hasexc=[],
        findlabels=_typhon_code.labels,
        _get_instructions_bytes=get_instructions,
        print_instructions=print_instructions,
        _parse_exception_table=parse_exception_table,
        _find_imports=find_imports,
        _find_store_names=find_store_names,
    )
