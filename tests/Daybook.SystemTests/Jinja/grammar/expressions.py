"""Random expressions."""
from .data import *
from .dice import Dice


class Expressions(Dice):
    """Nested expressions over a small set of data, mostly of the type they need."""

    def __init__(self, seed):
        super().__init__(seed)
        self.names = []
        self.wildness = 1.0

    def case(self):
        return data_case(f"{{{{ {self.expression(self.number_of(2, 4))} }}}}", self.environment_options())

    def environment_options(self):
        options = {"autoescape": True} if self.chance(0.2) else {}
        if self.chance(0.3):
            options["undefined"] = self.pick(["strict", "chainable", "debug", "default"])
        return options

    def value(self, kind=None):
        kind = kind or self.pick(KINDS)
        if self.names and self.chance(0.15 * self.wildness):
            return self.pick(self.names)
        return self.pick({"integer": INTEGERS, "float": FLOATS, "string": STRINGS, "list": LISTS, "dict": DICTS, "other": OTHERS}[kind])

    def expression(self, depth, kind=None):
        if depth <= 0:
            return self.value(kind)
        make = {"integer": self.number, "float": self.number, "string": self.string, "list": self.sequence, "dict": self.value, "other": self.anything}
        kind = kind or self.pick(KINDS[:5] if self.wildness < 1 else KINDS)
        if self.chance(0.06 * self.wildness):
            kind = self.pick(KINDS)
        return self.value("dict") if kind == "dict" else make[kind](depth - 1)

    def number(self, depth):
        sub = lambda: self.expression(depth, self.pick(["integer", "integer", "float"]))
        form = self.below(14)
        if form < 4:
            return f"{self.group(sub())} {self.pick(['+', '-', '*'])} {self.group(sub())}"
        if form < 6:
            return f"{self.group(sub())} {self.pick(['/', '//', '%'])} {self.group(self.pick([sub(), '2', '3', '-4', '1.5']))}"
        if form == 6:
            return f"{self.group(sub())} ** {self.pick(['2', '0', '3', '-1'])}" if self.chance(0.5) else f"{self.pick(['2', '3', '-2', '1.5', 'i', '10'])} ** {self.pick(['2', '3', '5', '-2', '0', '10'])}"
        if form == 7:
            return f"-{self.group(sub())}"
        if form == 8:
            return f"{self.group(sub())}|{self.pick(['abs', 'round', 'round(1)', 'int', 'float', 'round(2)', 'round|int', 'round(1, %r)' % 'floor'])}"
        if form == 9:
            return f"{self.expression(depth, 'list')}|{self.pick(['length', 'sum', 'max', 'min', 'first', 'last', 'count'])}"
        if form == 10:
            return f"{self.group(self.expression(depth, 'string'))}|{self.pick(['length', 'int', 'float', 'wordcount', 'count'])}"
        if form == 11:
            return f"({sub()} if {self.condition(depth)} else {sub()})"
        if form == 12:
            return f"{self.pick(['xs', '[4, 5, 6]', 'rows[2].tags|map(%r)|list' % 'length', '(7, 8)'])}[{self.pick(['0', '-1', '1', 'zero', 'i % 2'])}]"
        return sub()

    def string(self, depth):
        sub = lambda kind="string": self.expression(depth, kind)
        form = self.below(16)
        if form < 3:
            return f"{self.group(sub())} ~ {self.group(sub(self.pick(KINDS)))}"
        if form == 3:
            return f"{self.group(sub())} + {self.group(sub())}"
        if form == 4:
            return f"{self.group(sub())} * {self.pick(['2', '0', '3', '-1', 'i'])}"
        if form < 8:
            return f"{self.group(sub())}|{self.pick(['upper', 'lower', 'title', 'capitalize', 'trim', 'reverse', 'e', 'replace(%r, %r)' % ('o', '0'), 'truncate(7, true, %r, 0)' % '…', 'center(12)', 'wordwrap(5)', 'indent(2)', 'striptags', 'urlencode', 'string', 'default(%r)' % 'd', 'tojson', 'forceescape', 'safe'])}"
        if form == 8:
            return f"{self.expression(depth, 'list')}|join({self.pick(['', repr(', '), repr('-'), sub()])})"
        if form == 9:
            return f"({sub()})[{self.slice()}]"
        if form == 10:
            return f"{repr(self.pick(FORMATS))} % {self.pick([self.group(sub(self.pick(KINDS))), '(' + sub(self.pick(KINDS)) + ',)'])}"
        if form == 11:
            return f"'{{{self.pick(SPECS)}}}'.format({sub(self.pick(KINDS))})"
        if form == 12:
            return f"{self.group(sub())}.{self.pick(METHODS[:22])}"
        if form == 13:
            return f"({sub()} if {self.condition(depth)} else {sub()})"
        if form == 14:
            return f"{self.group(sub(self.pick(KINDS)))}|string"
        return self.value("string")

    def sequence(self, depth):
        sub = lambda kind="list": self.expression(depth, kind)
        form = self.below(12)
        if form == 0:
            return "[" + ", ".join(sub(self.pick(KINDS)) for _ in range(self.below(4))) + "]"
        if form == 1:
            return "(" + "".join(sub(self.pick(KINDS)) + ", " for _ in range(self.below(3))) + ")"
        if form == 2:
            return f"{self.group(sub())} + {self.group(sub())}"
        if form == 3:
            return f"({sub()})[{self.slice()}]"
        if form < 7:
            return f"{self.group(sub())}|{self.pick(['sort', 'reverse|list', 'unique|list', 'list', 'map(%r)|list' % 'string', 'select|list', 'batch(2)|list', 'slice(2)|list', 'reject(%r)|list' % 'none', 'map(%r, %r)|list' % ('default', 'x'), 'sort(reverse=true)', 'select(%r)|list' % 'string'])}"
        if form == 7:
            return f"rows|{self.pick(['map(attribute=%r)|list' % 'hits', 'selectattr(%r)|map(attribute=%r)|list' % ('hits', 'name'), 'sort(attribute=%r)|map(attribute=%r)|list' % ('name', 'id'), 'groupby(%r)|map(%r)|list' % ('hits', 'first'), 'rejectattr(%r, %r, 1)|map(attribute=%r)|list' % ('id', 'gt', 'rate')])}"
        if form == 8:
            return f"{self.group(self.expression(depth, 'string'))}.{self.pick(['split()', 'split(%r)' % ',', 'splitlines()', 'partition(%r)' % ' '])}"
        if form == 9:
            return f"range({self.pick(['3', '1, 4', 'i', '5, 0, -2', 'xs|length'])})|list"
        if form == 10:
            return f"{self.value('dict')}|{self.pick(['dictsort', 'items|list', 'list'])}"
        return self.value("list")

    def anything(self, depth):
        form = self.below(6)
        if form == 0:
            return self.condition(depth)
        if form == 1:
            return f"{self.group(self.expression(depth))} {self.pick(BINARY)} {self.group(self.expression(depth))}"
        if form == 2:
            return f"{self.group(self.expression(depth))}|{self.pick(FILTERS)}"
        if form == 3:
            return f"{self.group(self.expression(depth))}.{self.pick(['a', 'x', 'name', 'length', 'items', 'upper', '0', 'k'])}"
        if form == 4:
            return f"{self.group(self.expression(depth))}[{self.expression(depth, self.pick(['integer', 'string']))}]"
        return self.value("other")

    def condition(self, depth):
        form = self.below(7)
        if form < 2:
            return f"{self.group(self.expression(depth))} is {self.pick(['', 'not '])}{self.pick(TESTS)}"
        if form == 2:
            return f"{self.group(self.expression(depth, 'integer'))} {self.pick(['<', '>', '<=', '>=', '==', '!='])} {self.group(self.expression(depth, 'integer'))}"
        if form == 3:
            return f"not {self.group(self.expression(depth))}"
        if form == 4:
            return f"{self.group(self.condition(depth - 1))} {self.pick(['and', 'or'])} {self.group(self.condition(depth - 1))}" if depth > 0 else self.value("other")
        if form == 5:
            return f"{self.group(self.expression(depth))} {self.pick(['in', 'not in'])} {self.group(self.expression(depth, self.pick(['list', 'string', 'dict'])))}"
        return self.group(self.expression(depth))

    def group(self, text):
        """Parentheses, mostly: without them the precedence of the grammar is tried too."""
        return text if text.isidentifier() or self.chance(0.3 * self.wildness) else f"({text})"

    def slice(self):
        part = lambda: self.pick(["", "", "1", "2", "-1", "-2", "0", "zero", "i"])
        return f"{part()}:{part()}" + (f":{self.pick(['2', '-1', '1', ''])}" if self.chance(0.3) else "")
