"""Chains of templates with nested blocks, super and self."""
from .dice import Dice


class Inheritance(Dice):
    BLOCKS = ["p", "q", "r", "s"]

    def case(self):
        depth = self.number_of(1, 3)
        names = ["main"] + [f"t{level}" for level in range(1, depth + 1)]
        templates = {name: self.level(name, names[index + 1] if index + 1 < len(names) else None) for index, name in enumerate(names)}
        return {"template": templates.pop("main"), "templates": {**templates, "inc": "<{{ v }}{% block q %}inc{% endblock %}>"}, "context": {"v": "V", "parent": names[1]}, "options": {}}

    def level(self, name, parent):
        self.level_name, self.free = name, list(self.BLOCKS)
        start = ""
        if parent:
            start = self.pick([f"{{% extends '{parent}' %}}"] * 6 + [f"{{% if v %}}{{% extends '{parent}' %}}{{% endif %}}", f"{{% extends '{parent}' if v else 'gone' %}}", f"before{{% extends '{parent}' %}}"])
        return start + "".join(self.many(2, 5, lambda: self.piece(3, "root")))

    def piece(self, depth, where):
        form = self.below(12)
        if form < 4 and self.free and depth > 0:
            name = self.free.pop(self.below(len(self.free)))
            inner = "".join(self.many(0, 3, lambda: self.piece(depth - 1, name)))
            return f"{{% block {name}{self.pick(['', '', '', ' scoped', ' required' if not inner.strip() else ''])} %}}{inner}{{% endblock{self.pick(['', ' ' + name])} %}}"
        if form == 4 and where != "root":
            return self.pick(["{{ super() }}", "{{ super() }}", "{{ super()|upper }}", "{{ super.super() }}", "{{ super is defined }}"])
        if form == 5:
            name = self.pick(self.BLOCKS)
            return f"{{{{ self.{name} is defined }}}}" if where != "root" or self.chance(0.7) else f"{{{{ self.{name}() if self.{name} is defined }}}}"
        if form == 6:
            return f"{{% set v = v ~ '{self.level_name}' %}}" if self.chance(0.7) else f"{{% set w %}}w{self.level_name}{{% endset %}}"
        if form == 7:
            return "{{ v }}{{ w }}"
        if form == 8:
            return f"{{% macro m() %}}m-{self.level_name}{{{{ v }}}}{{% endmacro %}}{{{{ m() }}}}"
        if form == 9 and depth > 0:
            inner = "".join(self.many(1, 2, lambda: self.piece(depth - 1, where)))
            return f"{{% for v in [1, 2] %}}{inner}{{% endfor %}}"
        if form == 10:
            return "{% include 'inc' %}" if self.chance(0.4) else f"{{% if v %}}{self.level_name}{{% endif %}}"
        return f"{self.level_name}-{where} "
