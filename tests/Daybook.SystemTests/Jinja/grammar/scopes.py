"""Who sees which variable: every statement that opens a scope, with few names that meet often."""
from .dice import Dice


class Scopes(Dice):
    NAMES = ["a", "b", "c"]

    def __init__(self, seed):
        super().__init__(seed)
        self.count = 0
        self.in_block = False

    def case(self):
        template = self.body(4, 3, 6)
        others = {"inc": "<" + self.shows() + "{% set a = 'inc' %}" + self.shows() + ">", "lib": "{% set b = 'lib' %}{% macro lm(a) %}" + self.shows() + "{% endmacro %}{% set c = a %}"}
        if self.chance(0.2):
            others["base"] = self.pick(["", "{% set a = 'base' %}"]) + "(" + self.shows() + "{% block first %}" + self.shows() + "{% endblock %}" + self.pick(["", "{% set b = 'late' %}"]) + "{% for a in [1] %}{% block second scoped %}" + self.shows() + "{% endblock %}{% endfor %})"
            template = "{% extends 'base' %}" + self.set() + "{% block first %}" + template + self.pick(["", "{{ super() }}"]) + "{% endblock %}{% block second %}" + self.shows() + "{% endblock %}"
        context = {name: f"ctx-{name}" for name in self.NAMES if self.chance(0.6)}
        return {"template": template, "templates": {name: source for name, source in others.items() if name in template}, "context": context, "options": {}}

    def name(self):
        return self.pick(self.NAMES)

    def fresh(self):
        self.count += 1
        return str(self.count)

    def shows(self):
        return "".join(self.show() for _ in range(self.number_of(1, 2)))

    def show(self):
        name = self.name()
        return self.pick([f"[{{{{ {name} }}}}]", f"[{{{{ {name} }}}}]", f"[{{{{ {name} is defined }}}}]", f"[{{{{ {name}|default('-') }}}}]", f"[{{{{ {name} ~ {self.name()} }}}}]"])

    def value(self):
        return self.pick([f"'{self.fresh()}'", f"'{self.fresh()}'", self.name(), f"{self.name()} ~ '{self.fresh()}'", f"{self.name()}|default('d{self.fresh()}')", f"({self.name()} if {self.name()} else 'e')"])

    def set(self):
        form = self.below(6)
        if form == 0:
            return f"{{% set {self.name()} %}}{self.shows()}{{% endset %}}"
        if form == 1:
            return f"{{% set {', '.join(self.random.sample(self.NAMES, 2))} = {self.value()}, {self.value()} %}}"
        return f"{{% set {self.name()} = {self.value()} %}}"

    def body(self, depth, least=1, most=4):
        return "".join(self.many(least, most, lambda: self.node(depth)))

    def node(self, depth):
        form = self.below(26)
        if depth <= 0 or form < 6:
            return self.show()
        if form < 11:
            return self.set()
        if form < 14:
            target = self.pick(self.NAMES + ["a, b", "b, c"])
            items = "[('p', 'q'), ('r', 's')]" if "," in target else self.pick(["'xy'", "[1, 2]", "[]", f"[{self.name()}]"])
            condition = self.pick(["", "", "", f" if {self.name()} != 'x'", f" if {self.name()}"])
            recursive = self.pick(["", "", "", " recursive"])
            inner = self.body(depth - 1) + self.pick(["", "{{ loop.index }}", "{{ loop.last }}"])
            if recursive and self.chance(0.6):
                inner += "{{ loop(" + ("[('u', 'v')]" if "," in target else "['z']") + ") if loop.depth < 2 }}"
            other = f"{{% else %}}{self.body(depth - 1)}" if self.chance(0.25) else ""
            return f"{{% for {target} in {items}{condition}{recursive} %}}{inner}{other}{{% endfor %}}"
        if form < 17:
            other = f"{{% else %}}{self.body(depth - 1)}" if self.chance(0.5) else ""
            middle = f"{{% elif {self.name()} %}}{self.body(depth - 1)}" if self.chance(0.2) else ""
            return f"{{% if {self.pick(['true', 'false', self.name(), self.name() + ' is defined'])} %}}{self.body(depth - 1)}{middle}{other}{{% endif %}}"
        if form < 19:
            macro = "m" + self.fresh()
            parameters = self.pick(["", "a", "b", "a, b='dflt'", "c=a", "a=b, b=a"])
            is_called = self.chance(0.35)
            rest = self.pick(["", "{{ varargs }}", "{{ kwargs }}", "{{ varargs }}{{ kwargs }}"]) + self.pick(["{{ caller(1) if caller }}", "{{ caller() }}"] if is_called else ["", "", "{{ caller is defined }}"])
            defined = f"{{% macro {macro}({parameters}) %}}{self.body(depth - 1)}{rest}{{% endmacro %}}"
            between = self.pick(["", self.set(), self.show()])
            call = self.pick([f"{macro}()", f"{macro}({self.value()})", f"{macro}({self.value()}, {self.value()})", f"{macro}(a={self.value()})"])
            if is_called:
                return defined + between + f"{{% call{self.pick(['', '', '(a)', '(b)'])} {call} %}}{self.body(depth - 1)}{{% endcall %}}"
            return defined + between + f"{{{{ {call} }}}}"
        if form == 19:
            return f"{{% with {', '.join(f'{name} = {self.value()}' for name in self.random.sample(self.NAMES, self.number_of(1, 2)))} %}}{self.body(depth - 1)}{{% endwith %}}"
        if form == 20:
            return f"{{% with %}}{self.body(depth - 1)}{{% endwith %}}"
        if form == 21:
            return f"{{% filter {self.pick(['upper', 'lower', 'trim'])} %}}{self.body(depth - 1)}{{% endfilter %}}"
        if form == 22 and not self.in_block:
            self.in_block = True
            name = "b" + self.fresh()
            block = f"{{% block {name}{self.pick(['', ' scoped'])} %}}{self.body(depth - 1)}{{% endblock %}}" + self.pick(["", "", f"{{{{ self.{name}() }}}}"])
            self.in_block = False
            return block
        if form == 23:
            return self.pick(["{% include 'inc' %}", "{% include 'inc' with context %}", "{% import 'lib' as a %}{{ a.b }}{{ a.c }}{{ a.lm('arg') }}", "{% import 'lib' as b with context %}{{ b.c }}{{ b.lm('arg') }}", "{% from 'lib' import lm, b %}{{ lm(b) }}", "{% from 'lib' import b as a, c with context %}"])
        if form == 24:
            name = self.name()
            return f"{{% set ns = namespace(v={self.value()}) %}}" + f"{{% for {name} in [1, 2] %}}{{% set ns.v = ns.v ~ {name} %}}{self.body(depth - 1)}{{% endfor %}}{{{{ ns.v }}}}"
        return f"{{% set {self.name()} %}}{self.body(depth - 1)}{{% endset %}}"
