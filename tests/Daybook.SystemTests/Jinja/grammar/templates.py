"""Random templates: text, tags and white space marks around random expressions."""
from .data import data_case
from .expressions import Expressions


class Templates(Expressions):
    """Whole templates; tamer than single expressions, so that more of each is rendered before the first mistake."""

    def __init__(self, seed):
        super().__init__(seed)
        self.wildness = 0.2

    def case(self):
        switches = {switch: True for switch in ["trim_blocks", "lstrip_blocks", "keep_trailing_newline"] if self.chance(0.3)}
        return data_case(self.template(), {"extensions": ["loopcontrols"], **switches, **self.environment_options()})

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
        return "".join(self.node(depth) for _ in range(self.below(1, 4)))

    def node(self, depth):
        form = self.below(24)
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
            called = self.chance(0.3)
            macro = self.tag(f"macro {name}(p, b={self.value()})") + self.body(depth - 1) + ("[{{ caller() }}]" if called else "") + self.tag("endmacro")
            self.names = self.names[:-2]
            if called:
                return macro + self.tag("call " + call) + self.body(depth - 1) + self.tag("endcall")
            return macro + "{{ " + call + " }}"
        if form == 19:
            return self.tag("filter " + self.pick(["upper", "trim", "indent(2)", "replace('a', 'b')", "e", "title", "indent(1, true)|upper", "wordwrap(8)", "reverse"])) + self.body(depth - 1) + self.tag("endfilter")
        if form == 20:
            return self.tag(f"with w = {self.expression(1)}") + "{{ w }}" + self.body(depth - 1) + self.tag("endwith")
        if form == 21:
            return self.pick([f"{{#{self.mark()} note {self.mark()}#}}", self.tag("raw").replace("+%}", "%}") + "{{ x }} {% y %}" + self.tag("endraw"), "{% set ns = namespace(n=0) %}{% for x in xs %}{% set ns.n = ns.n + x %}{% endfor %}{{ ns.n }}", self.tag("include 'part'"), self.tag("include ['gone', 'part'] ignore missing"), "{% import 'lib' as lib %}{{ lib.join(" + self.expression(1) + ") }}"])
        if form == 22:
            return self.tag("autoescape " + self.pick(["true", "false"])) + self.body(depth - 1) + self.tag("endautoescape")
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
        parts = [self.node(3) for _ in range(self.below(2, 7))]
        if self.chance(0.12):
            return "{% extends 'base' %}" + self.tag("block a") + self.pick(["", "{{ super() }}"]) + "".join(parts) + self.tag("endblock")
        return "".join(parts)


class Broken(Templates):
    """Templates with characters lost, doubled, swapped or put in."""

    INTRUDERS = list("{}%#()[]|.,:'\"=-+~*/<>! \n0aé_\\") + ["{{", "}}", "{%", "%}", "{#", "#}", " if ", " in ", " not ", "{% endif %}", "{% else %}", "**", "//"]

    def template(self):
        characters = list(super().template())
        for _ in range(self.number_of(1, 3)):
            at = self.below(len(characters) + 1)
            form = self.below(4)
            if form == 0 and at < len(characters):
                del characters[at:at + self.number_of(1, 3)]
            elif form == 1 and at < len(characters):
                characters[at:at] = characters[at:at + self.number_of(1, 5)]
            elif form == 2 and at + 1 < len(characters):
                characters[at], characters[at + 1] = characters[at + 1], characters[at]
            else:
                characters.insert(at, self.pick(self.INTRUDERS))
        return "".join(characters)
