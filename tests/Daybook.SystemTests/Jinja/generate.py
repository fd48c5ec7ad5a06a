"""Makes cases at random, the same ones for the same seed.

    python3 generate.py SEED COUNT        writes COUNT cases as JSON lines, without their expectations

Four kinds, in turn: `matrix` (one operator, filter, test or method on values of every type), `expression` (nested
expressions over a small set of data), `template` (whole templates of text, tags and whitespace marks) and `broken`
(a template of the third kind with characters lost, doubled, swapped or put in).
"""
import json
import random
import sys

from cases import is_named

CONTEXT = {
    "i": 7, "neg": -3, "zero": 0, "big": 12345678901234567890, "f": 2.5, "small": 0.001, "half": 0.5, "t": True, "no": False, "nothing": None,
    "s": "Hello World", "empty": "", "html": "<b>A & \"B\"</b>", "text": "one two\nthree  four-five\n", "uni": "naïve 😀 ß", "num": "42", "word": "garak",
    "xs": [3, 1, 2], "ws": ["banana", "Apple", "cherry"], "mix": [1, "a", None, 2.5], "none": [], "deep": [[1, 2], [3], []],
    "d": {"a": 1, "b": "two", "c": [1, 2]}, "nest": {"x": {"y": {"z": 5}}, "list": [{"k": 1}, {"k": 2}]},
    "rows": [{"id": 1, "name": "alpha", "hits": 3, "rate": 0.25, "tags": ["x", "y"]}, {"id": 2, "name": "Beta", "hits": 0, "rate": 1.0, "tags": []}, {"id": 3, "name": "gamma", "hits": 12, "rate": 0.5, "tags": ["y"]}],
}

INTEGERS = ["i", "neg", "zero", "0", "1", "2", "3", "-1", "10", "255", "big", "xs|length", "d.a", "nest.x.y.z", "rows[0].hits", "loop.index", "true", "xs[0]", "xs|sum", "'42'|int"]
FLOATS = ["f", "small", "half", "1.5", "0.1", "-2.75", "1e3", "1e-5", "100.0", "rows[1].rate", "3.14159", "1e16", "2.5e-7", "'1.25'|float"]
STRINGS = ["s", "empty", "html", "text", "uni", "num", "word", "'a'", "''", "'x y'", "'<i>'", "\"it's\"", "'%s-%s'", "'{} {}'", "'ä😀'", "ws[1]", "rows[0].name", "d.b", "'a,b,c'", "'0'", "'\\n'", "s|upper", "html|e", "html|safe"]
LISTS = ["xs", "ws", "mix", "none", "deep", "rows", "[1, 2, 3]", "['a', 'b']", "[]", "(1, 2)", "()", "range(4)", "d.c", "rows[0].tags", "s.split()", "d.keys()|list", "d.items()|list", "[none, true]", "xs|sort", "ws|map('upper')|list", "rows|map(attribute='name')|list", "deep[0]", "[[2, 'b'], [1, 'a']]"]
DICTS = ["d", "nest", "nest.x", "rows[0]", "{}", "{'a': 1}", "{'k': [1, 2], 2: 'two'}", "dict(a=1, b=2)", "{'z': 1, 'a': 2}"]
OTHERS = ["nothing", "t", "no", "none", "missing", "d.missing", "nest.x.q", "xs[9]", "true", "false"]
BINARY = ["+", "-", "*", "/", "//", "%", "~", "==", "!=", "<", ">", "<=", ">=", "in", "not in", "and", "or"]
TESTS = ["defined", "undefined", "none", "string", "number", "integer", "float", "boolean", "mapping", "sequence", "iterable", "callable", "lower", "upper", "odd", "even", "true", "false", "escaped",
         "divisibleby(2)", "divisibleby 3", "eq(1)", "ne 'a'", "gt(2)", "lt 3", "ge(0)", "le 2.5", "sameas none", "in([1, 'a', none])", "equalto 'a'"]
FILTERS = ["abs", "attr('real')", "batch(2)|list", "batch(2, 'x')|list", "capitalize", "center(9)", "count", "d('dflt')", "default('x', true)", "dictsort", "dictsort(by='value')", "dictsort(true, reverse=true)", "e", "escape", "filesizeformat", "filesizeformat(true)", "first", "float", "float(1.5)", "forceescape",
           "format(1, 'b')", "format('q')", "groupby(0)", "groupby('k')", "groupby('hits')|length", "indent", "indent(2, true)", "indent('> ', blank=true)", "int", "int(9)", "int(base=16)", "items|list", "join", "join(', ')", "join('-', attribute='name')", "last", "length", "list", "lower", "map('upper')|list",
           "map(attribute='name')|list", "map(attribute='k', default=0)|list", "map('string')|join('+')", "map('int')|list", "map('first')|list", "max", "max(attribute='hits')", "min", "min(case_sensitive=true)", "pprint", "reject|list", "reject('string')|list", "rejectattr('tags')|list", "replace('a', 'b')", "replace('o', '0', 1)",
           "replace(1, 2)", "reverse", "reverse|list", "round", "round(1)", "round(-1)", "round(1, 'ceil')", "round(2, 'floor')", "safe", "select|list", "select('number')|list", "select('gt', 1)|list", "selectattr('hits')|list|length", "selectattr('name', 'ne', 'alpha')|list|length", "slice(2)|list", "slice(3, 0)|list",
           "sort", "sort(reverse=true)", "sort(case_sensitive=true)", "sort(attribute='name')", "sort(attribute='hits,id', reverse=true)", "string", "striptags", "sum", "sum(start=10)", "sum(attribute='hits')", "title", "tojson", "tojson(2)", "trim", "trim('a')", "truncate(5)", "truncate(6, true, '', 0)", "truncate(8, leeway=0)", "unique|list",
           "unique(true)|list", "unique(attribute='hits')|list|length", "upper", "urlencode", "urlize", "urlize(8, true)", "wordcount", "wordwrap(6)", "wordwrap(4, false, '|')", "xmlattr", "random is defined", "string|length", "list|first", "list|last", "join|upper", "tojson|e", "default([])|list", "string|list|unique|sort|join"]
METHODS = ["upper()", "lower()", "title()", "capitalize()", "strip()", "split()", "split(',')", "replace('a', 'b')", "startswith('H')", "endswith('d')", "find('o')", "count('o')", "join(['x', 'y'])", "center(9, '*')", "ljust(7)", "rjust(7)", "zfill(6)", "splitlines()", "partition(' ')", "isdigit()", "isalpha()", "format(1, 2)",
           "keys()|list", "values()|list", "items()|list", "get('a')", "get('q', 'dflt')", "index(1)", "copy()", "swapcase()", "rsplit(' ', 1)", "lstrip('H')", "removeprefix('He')", "expandtabs(4)", "istitle()", "rfind('l')", "islower()", "isspace()", "casefold()", "rpartition(' ')", "removesuffix('d')", "bit_length()", "is_integer()", "pop()", "append(1)"]
FORMATS = ["%s", "%d", "%5d|", "%-6s|", "%05.1f", "%.2f", "%x", "%r", "%+d", "%e", "%g", "%c", "%%%s", "%(a)s", "%.3s", "%o", "%#x", "% d", "%i", "%a", "%8.3e", "%G"]
SPECS = ["", ":5", ":<6", ":>6", ":^7", ":*^9", ":05", ":+", ":,", ":.2f", ":8.3f", ":e", ":g", ":%", ":.1%", ":x", ":#x", ":b", ":o", ":c", ":d", ":s", "!r", "!s:>8", ":_", ":.3", ":,.2f", ":n", ":+.1e", ":=+8", ":#o", ":010,", ":.0f", ":G", ":<8.2f", ":^10.1%"]
KINDS = ["integer", "float", "string", "list", "dict", "other"]


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = []

    def pick(self, choices):
        return self.random.choice(choices)

    def chance(self, probability):
        return self.random.random() < probability

    # Expressions.

    def value(self, kind=None):
        kind = kind or self.pick(KINDS)
        if self.names and self.chance(0.15):
            return self.pick(self.names)
        return self.pick({"integer": INTEGERS, "float": FLOATS, "string": STRINGS, "list": LISTS, "dict": DICTS, "other": OTHERS}[kind])

    def expression(self, depth, kind=None):
        if depth <= 0:
            return self.value(kind)
        make = {"integer": self.number, "float": self.number, "string": self.string, "list": self.sequence, "dict": self.value, "other": self.anything}
        kind = kind or self.pick(KINDS)
        if self.chance(0.06):
            kind = self.pick(KINDS)
        return self.value("dict") if kind == "dict" else make[kind](depth - 1)

    def number(self, depth):
        sub = lambda: self.expression(depth, self.pick(["integer", "integer", "float"]))
        form = self.random.randrange(14)
        if form < 4:
            return f"{self.group(sub())} {self.pick(['+', '-', '*'])} {self.group(sub())}"
        if form < 6:
            return f"{self.group(sub())} {self.pick(['/', '//', '%'])} {self.group(self.pick([sub(), '2', '3', '-4', '1.5']))}"
        if form == 6:
            return f"{self.group(sub())} ** {self.pick(['2', '0', '3', '-1', '0.5'])}" if self.chance(0.5) else f"{self.pick(['2', '3', '-2', '1.5', 'i', '10'])} ** {self.pick(['2', '3', '5', '-2', '0', '10'])}"
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
        form = self.random.randrange(16)
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
            return f"{self.group(sub())}[{self.slice()}]"
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
        form = self.random.randrange(12)
        if form == 0:
            return "[" + ", ".join(sub(self.pick(KINDS)) for _ in range(self.random.randrange(4))) + "]"
        if form == 1:
            return "(" + "".join(sub(self.pick(KINDS)) + ", " for _ in range(self.random.randrange(3))) + ")"
        if form == 2:
            return f"{self.group(sub())} + {self.group(sub())}"
        if form == 3:
            return f"{self.group(sub())}[{self.slice()}]"
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
        form = self.random.randrange(6)
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
        form = self.random.randrange(7)
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
        return text if text.isidentifier() or self.chance(0.3) else f"({text})"

    def slice(self):
        part = lambda: self.pick(["", "", "1", "2", "-1", "-2", "0", "zero", "i"])
        return f"{part()}:{part()}" + (f":{self.pick(['2', '-1', '1', ''])}" if self.chance(0.3) else "")

    # Templates.

    def mark(self):
        return self.pick(["", "", "", "-", "-", "+"])

    def tag(self, text):
        return f"{{%{self.mark()} {text} {self.mark()}%}}"

    def text(self):
        return self.pick(["a", " ", "\n", "  \n", "\n  ", "x y", " - ", "\n\n", "line\n", "\t", "é😀", "<p>", "&", "| ", ", ", "{ ", "} ", "%", "# ", ""])

    def output(self, depth):
        close = self.pick(["", "", "", "-"])
        return f"{{{{{self.pick(['', '', '', '-'])} {self.expression(depth)} {close}}}}}"

    def body(self, depth):
        return "".join(self.node(depth) for _ in range(self.random.randrange(1, 4)))

    def node(self, depth):
        form = self.random.randrange(24)
        if depth <= 0 or form < 6:
            return self.text()
        if form < 12:
            return self.output(2)
        if form < 15:
            return self.loop(depth - 1)
        if form == 15 or form == 16:
            end = self.tag("else") + self.body(depth - 1) if self.chance(0.5) else ""
            middle = self.tag("elif " + self.condition(1)) + self.body(depth - 1) if self.chance(0.3) else ""
            return self.tag("if " + self.condition(1)) + self.body(depth - 1) + middle + end + self.tag("endif")
        if form == 17:
            name = self.pick(["v", "w", "x"])
            self.names.append(name)
            if self.chance(0.3):
                return self.tag(f"set {name}{self.pick(['', '', ' | upper', ' | trim', ' | length'])}") + self.body(depth - 1) + self.tag("endset")
            return self.tag(f"set {name} = {self.expression(2)}")
        if form == 18:
            name = self.pick(["m", "mm"])
            call = self.pick([f"{name}()", f"{name}({self.expression(1)})", f"{name}(b={self.expression(1)})", f"{name}({self.expression(1)}, {self.expression(1)})"])
            self.names += ["p", "b"]
            macro = self.tag(f"macro {name}(p, b={self.value()})") + self.body(depth - 1) + self.pick(["", "", "{{ caller() if caller }}"]) + self.tag("endmacro")
            self.names = self.names[:-2]
            if self.chance(0.25):
                return macro + self.tag("call " + call) + self.body(depth - 1) + self.tag("endcall")
            return macro + "{{ " + call + " }}"
        if form == 19:
            return self.tag("filter " + self.pick(["upper", "trim", "indent(2)", "replace('a', 'b')", "e", "title", "indent(1, true)|upper", "wordwrap(8)", "reverse"])) + self.body(depth - 1) + self.tag("endfilter")
        if form == 20:
            return self.tag(f"with w = {self.expression(1)}") + "{{ w }}" + self.body(depth - 1) + self.tag("endwith")
        if form == 21:
            return self.pick([f"{{#{self.mark()} note {self.mark()}#}}", self.tag("raw").replace("+%}", "%}") + "{{ x }} {% y %}" + self.tag("endraw"), "{% set ns = namespace(n=0) %}{% for x in xs %}{% set ns.n = ns.n + x %}{% endfor %}{{ ns.n }}", self.tag("include 'part'"), self.tag("include ['gone', 'part'] without context"), "{% import 'lib' as lib %}{{ lib.join(" + self.expression(1) + ") }}"])
        if form == 22:
            return self.tag("autoescape " + self.pick(["true", "false", "t"])) + self.body(depth - 1) + self.tag("endautoescape")
        return self.output(3)

    def loop(self, depth):
        target = self.pick(["x", "x", "y", "k"])
        iterable = self.expression(1, "list")
        if self.chance(0.2):
            target, iterable = "k, v", self.pick(["d.items()", "d|dictsort", "d|items", "[(1, 2), (3, 4)]", "rows|groupby('hits')"])
        known = len(self.names)
        self.names += target.split(", ")
        condition = f" if {self.condition(1)}" if self.chance(0.2) else ""
        inside = self.body(depth) + self.pick(["", "{{ " + target.split(", ")[-1] + " }}", "{{ loop." + self.pick(["index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "previtem", "nextitem", "cycle('a', 'b')", "changed(" + target.split(", ")[0] + ")"]) + " }}"])
        if self.chance(0.1):
            inside += self.pick(["{% if loop.index == 2 %}{% break %}{% endif %}", "{% if loop.first %}{% continue %}{% endif %}"]) + self.text()
        self.names = self.names[:known]
        end = self.tag("else") + self.text() if self.chance(0.2) else ""
        return self.tag(f"for {target} in {iterable}{condition}") + inside + end + self.tag("endfor")

    def template(self):
        self.names = []
        parts = [self.node(3) for _ in range(self.random.randrange(2, 7))]
        if self.chance(0.12):
            return "{% extends 'base' %}" + self.tag("block a") + self.pick(["", "{{ super() }}"]) + "".join(parts) + self.tag("endblock")
        return "".join(parts)

    # Cases.

    def matrix(self):
        value = self.value()
        form = self.random.randrange(10)
        if form < 4:
            return f"{{{{ ({value})|{self.pick(FILTERS)} }}}}"
        if form < 6:
            return f"{{{{ ({value}) {self.pick(BINARY)} ({self.value()}) }}}}"
        if form == 6:
            return f"{{{{ ({value}) is {self.pick(['', 'not '])}{self.pick(TESTS)} }}}}"
        if form == 7:
            return f"{{{{ ({value}).{self.pick(METHODS)} }}}}"
        if form == 8:
            return f"{{{{ {self.pick(FORMATS)!r} % ({value}) }}}}" if self.chance(0.5) else f"{{{{ '{{{self.pick(SPECS)}}}'.format({value}) }}}}"
        return f"{{{{ ({value})|{self.pick(FILTERS)}|{self.pick(FILTERS)} }}}}"

    def broken(self):
        characters = list(self.template())
        for _ in range(self.random.randrange(1, 4)):
            at = self.random.randrange(len(characters) + 1)
            form = self.random.randrange(4)
            if form == 0 and at < len(characters):
                del characters[at:at + self.random.randrange(1, 4)]
            elif form == 1 and at < len(characters):
                characters[at:at] = characters[at:at + self.random.randrange(1, 6)]
            elif form == 2 and at + 1 < len(characters):
                characters[at], characters[at + 1] = characters[at + 1], characters[at]
            else:
                characters.insert(at, self.pick(list("{}%#()[]|.,:'\"=-+~*/<>! \n0aé_\\") + ["{{", "}}", "{%", "%}", "{#", "#}", " if ", " in ", " not ", "{% endif %}", "{% else %}", "**", "//"]))
        return "".join(characters)

    def case(self, number, seed):
        kind = ["matrix", "expression", "template", "broken", "expression", "template", "matrix"][number % 7]
        self.names = []
        if kind == "matrix":
            template = self.matrix()
        elif kind == "expression":
            template = f"{{{{ {self.expression(self.random.randrange(2, 5))} }}}}"
        else:
            template = getattr(self, kind)()
        templates = {name: source for name, source in PARTS.items() if name in template}
        used = {name: value for name, value in CONTEXT.items() if is_named(name, " ".join([template, *templates.values()]))}
        options = {}
        if kind in ("template", "broken"):
            options["extensions"] = ["loopcontrols"]
            for switch in ["trim_blocks", "lstrip_blocks", "keep_trailing_newline"]:
                if self.chance(0.3):
                    options[switch] = True
        if self.chance(0.2):
            options["autoescape"] = True
        if self.chance(0.3):
            options["undefined"] = self.pick(["strict", "chainable", "debug", "default"])
        made = {"id": f"generated-{kind}-{seed}-{number}", "feature": f"generated-{kind}", "template": template}
        if templates:
            made["templates"] = templates
        if used:
            made["context"] = used
        if options:
            made["options"] = options
        return made


PARTS = {"part": "[part {{ x }}{{ i }}]\n", "base": "<{% block a %}base {{ s }}{% endblock %}>\n{% block b %}\n{% endblock %}", "lib": "{% macro join(v) %}{{ v|string }}:{{ v is string }}{% endmacro %}"}


def generate(seed, count):
    generator = Generator(seed)
    return [generator.case(number, seed) for number in range(count)]


if __name__ == "__main__":
    for made in generate(int(sys.argv[1]), int(sys.argv[2])):
        print(json.dumps(made, ensure_ascii=False))
