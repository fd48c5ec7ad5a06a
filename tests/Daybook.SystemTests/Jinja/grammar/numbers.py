"""Random numbers in arithmetic, rounding, printing and formatting."""
from .dice import Dice


class Numbers(Dice):
    def case(self):
        context = {name: self.value() for name in "xyz"}
        return {"template": f"{{{{ {self.expression(2)} }}}}", "context": context, "options": {}}

    def value(self):
        form = self.below(12)
        if form < 3:
            return self.number_of(-20, 20)
        if form == 3:
            return self.pick([-1, 1]) * self.below(10 ** self.number_of(1, 25))
        if form < 6:
            return round(self.random.uniform(-100, 100), self.number_of(0, 6))
        if form == 6:
            return self.number_of(-999, 999) / self.pick([2, 4, 8, 16, 10, 100, 1000, 3, 7])
        if form == 7:
            return self.random.uniform(-1, 1) * 10.0 ** self.number_of(-20, 20)
        if form == 8:
            return float(self.number_of(-5, 5))
        if form == 9:
            return self.pick([0, 0.0, -0.0, 1e16, 1e15, 9999999999999998.0, 1e22, 1e-4, 1e-5, 0.5, 1.5, 2.5, 2.675, 1.005, 0.1, 1e100, 5e-324, 1.7976931348623157e308, 2 ** 53, 2 ** 63 - 1, 2 ** 63, -2 ** 63, 10 ** 18, 0.045, 1.15, 999.5, 0.9995, 99999.95, 1024 ** 2, 1e6 - 0.5])
        if form == 10:
            return self.chance(0.5)
        return self.number_of(1, 99) + 0.5

    def expression(self, depth):
        name = self.pick(["x", "y", "z"])
        form = self.below(16)
        if form < 3 and depth > 0:
            return f"({self.expression(depth - 1)}) {self.pick(['+', '-', '*', '/', '//', '%'])} ({self.expression(depth - 1)})"
        if form < 5:
            return f"{name}|round({self.number_of(-3, 6)}{self.pick(['', '', ', %r' % 'ceil', ', %r' % 'floor'])})"
        if form == 5:
            return f"{name}|round{self.pick(['', '|int', '|string'])}"
        if form == 6:
            return f"{name}|{self.pick(['int', 'float', 'abs', 'string', 'filesizeformat', 'filesizeformat(true)', 'tojson', 'string|float', 'string|int', 'pprint'])}"
        if form < 10:
            return f"'{{:{self.spec()}}}'.format({name})"
        if form < 13:
            return f"'{self.percent()}' % {name}"
        if form == 13:
            return f"[{name}, y, x]|{self.pick(['sum', 'max', 'min', 'sort', 'sort(reverse=true)', 'unique|list'])}"
        if form == 14:
            return f"{name} {self.pick(['<', '>', '==', '<=', '>=', '!='])} {self.pick(['x', 'y', 'z'])}"
        return f"{self.pick(['-', '+', ''])}{name} ** {self.pick(['2', '3', '0', '-1', '-2'])}"

    def spec(self):
        fill = self.pick(["", "", "", "*", "0", " ", "é", "="])
        align = self.pick(["<", ">", "^", "="]) if fill else self.pick(["", "", "<", ">", "^", "="])
        return fill + align + self.pick(["", "", "+", "-", " "]) + self.pick(["", "", "", "#", "z"]) + self.pick(["", "", "0"]) + self.pick(["", "", str(self.number_of(1, 24))]) + self.pick(["", "", ",", "_"]) + self.pick(["", "", f".{self.number_of(0, 12)}"]) + self.pick(["", "", "d", "f", "f", "F", "e", "E", "g", "G", "%", "n", "x", "X", "b", "o", "c", "s"])

    def percent(self):
        return "%" + "".join(flag for flag in "-+ 0#" if self.chance(0.25)) + self.pick(["", "", str(self.number_of(1, 20))]) + self.pick(["", "", f".{self.number_of(0, 12)}", "."]) + self.pick(["d", "i", "s", "r", "f", "F", "e", "E", "g", "G", "x", "X", "o", "c", "a", "u"]) + self.pick(["", "|"])
