"""An interpreter for the eight-instruction tape language: plain, and with loops resolved and runs folded."""

def printer(text):
    """A program that prints a text: each character counted up by tens in a loop, then cleared."""
    return "".join(f"{'+' * (ord(c) // 10)}[>{'+' * 10}<-]>{'+' * (ord(c) % 10)}.[-]<" for c in text)


# 92 * 12 * 12 * 12 times three, modulo 256, by four nested loops; then 'A' plus that.
NESTED = "+" * 92 + "[>++++++++++++[>++++++++++++[>++++++++++++[>+++<-]<-]<-]<-]>>>>" + "+" * 65 + ".>++++++++++."
# A triangle of stars: cell 0 counts lines, cell 1 is the width, copied through cell 2 to cell 3.
TRIANGLE = "+" * 30 + "[>+[>+>+<<-]>[<+>-]>[>" + "+" * 42 + ".[-]<-]>++++++++++.[-]<<<<-]" + "wide comments are skipped"
PROGRAMS = {"text": printer("Typhon, the father of monsters"), "nested": NESTED, "triangle": TRIANGLE}


class SyntaxFault(Exception):
    pass


def match_brackets(code):
    stack, table = [], {}
    for at, symbol in enumerate(code):
        if symbol == "[":
            stack.append(at)
        elif symbol == "]":
            if not stack:
                raise SyntaxFault(f"unmatched ] at {at}")
            start = stack.pop()
            table[start], table[at] = at, start
    if stack:
        raise SyntaxFault(f"unmatched [ at {stack[-1]}")
    return table


def run_plainly(code):
    code = "".join(symbol for symbol in code if symbol in "+-<>[].,")
    jumps = match_brackets(code)
    tape, pointer, at, output, steps = [0] * 300, 0, 0, [], 0
    while at < len(code):
        symbol = code[at]
        steps += 1
        if symbol == "+":
            tape[pointer] = tape[pointer] + 1 & 255
        elif symbol == "-":
            tape[pointer] = tape[pointer] - 1 & 255
        elif symbol == ">":
            pointer += 1
        elif symbol == "<":
            pointer -= 1
        elif symbol == "[":
            if not tape[pointer]:
                at = jumps[at]
        elif symbol == "]":
            if tape[pointer]:
                at = jumps[at]
        elif symbol == ".":
            output.append(chr(tape[pointer]))
        at += 1
    return "".join(output), steps


ADD, MOVE, LOOP, END, PRINT, CLEAR = range(6)


def translate(code):
    program, stack = [], []
    for symbol in code:
        match symbol:
            case "+" | "-":
                amount = 1 if symbol == "+" else -1
                if program and program[-1][0] == ADD:
                    amount += program.pop()[1]
                program.append((ADD, amount))
            case ">" | "<":
                amount = 1 if symbol == ">" else -1
                if program and program[-1][0] == MOVE:
                    amount += program.pop()[1]
                program.append((MOVE, amount))
            case "[":
                stack.append(len(program))
                program.append((LOOP, 0))
            case "]":
                start = stack.pop()
                if program[start + 1:] == [(ADD, -1)]:
                    program[start:] = [(CLEAR, 0)]
                else:
                    program[start] = LOOP, len(program)
                    program.append((END, start))
            case ".":
                program.append((PRINT, 0))
    return program


def run_translated(program):
    tape, pointer, at, output = bytearray(300), 0, 0, []
    while at < len(program):
        operation, amount = program[at]
        if operation == ADD:
            tape[pointer] = (tape[pointer] + amount) % 256
        elif operation == MOVE:
            pointer += amount
        elif operation == LOOP:
            if not tape[pointer]:
                at = amount
        elif operation == END:
            if tape[pointer]:
                at = amount
        elif operation == CLEAR:
            tape[pointer] = 0
        else:
            output.append(chr(tape[pointer]))
        at += 1
    return "".join(output)


def main():
    results = {}
    for name, code in PROGRAMS.items():
        output, steps = run_plainly(code)
        assert run_translated(translate(code)) == output
        results[name] = output[-40:], steps
    try:
        match_brackets("[[]")
    except SyntaxFault as fault:
        results["fault"] = str(fault)
    assert results == {'text': ('Typhon, the father of monsters', 10159), 'nested': ('A\n', 1358555), 'triangle': ('********\n******************************\n', 68836), 'fault': 'unmatched [ at 0'}, results
    return results


if __name__ == "__main__":
    for name, result in main().items():
        print(f"tape_machine: {name} {result!r}")
    print(run_plainly(TRIANGLE)[0][:54])
