"""Random lists and dicts through the filters and methods of sequences and mappings."""
from .dice import Dice


class Sequences(Dice):
    def case(self):
        context = {"l": self.items(), "m": self.items(), "d": self.mapping(), "r": self.many(0, 5, self.row)}
        template = "{{ " + self.expression(2) + " }}" if self.chance(0.75) else "".join(self.many(1, 3, self.change)) + "{{ l }}{{ d }}"
        return {"template": template, "context": context, "options": {"undefined": self.pick(["strict", "debug"])} if self.chance(0.2) else {}}

    def scalar(self):
        return self.pick([self.number_of(-3, 9), self.number_of(0, 3), round(self.random.uniform(-2, 5), 1), self.pick(["a", "b", "B", "A", "ab", "10", "9", "é", "Z", ""]), self.chance(0.5), None])

    def items(self):
        form = self.below(6)
        if form == 0:
            return self.many(0, 6, self.scalar)
        if form == 1:
            return self.many(0, 4, lambda: self.many(0, 3, lambda: self.number_of(0, 3)))
        if form == 2:
            return self.many(0, 5, lambda: round(self.random.uniform(-5, 5), 2))
        if form == 3:
            return self.many(0, 7, lambda: self.pick(["b", "a", "B", "A", "c", "aa", "Ab"]))
        return self.many(0, 7, lambda: self.number_of(-4, 9))

    def mapping(self):
        return {self.pick(["a", "b", "B", "C", "c", "k", "items", "é", "1"]): self.pick([self.scalar, self.items])() for _ in range(self.number_of(0, 5))}

    def row(self):
        row = {"k": self.pick(["x", "X", "y", "z"]), "n": self.number_of(0, 4), "f": self.number_of(0, 6) / 2, "t": self.many(0, 2, lambda: self.pick(["p", "q"])), "s": {"n": self.number_of(0, 2)}}
        if self.chance(0.15):
            del row[self.pick(["k", "n", "t", "s"])]
        return row

    def attribute(self):
        return self.pick(["'k'", "'n'", "'f'", "'s.n'", "'t.0'", "'k,n'", "'gone'", "0", "'n,f'"])

    def expression(self, depth):
        source = self.pick(["l", "m", "r", "d", "r", "l"])
        if depth > 0 and self.chance(0.4):
            source = f"({self.expression(depth - 1)})"
        form = self.below(24)
        flag = self.pick(["true", "false"])
        if form < 3:
            return f"{source}|sort({self.pick(['', flag, 'reverse=' + flag, 'case_sensitive=' + flag, 'attribute=' + self.attribute(), 'attribute=' + self.attribute() + ', reverse=' + flag])})"
        if form == 3:
            return f"{source}|{self.pick(['min', 'max'])}({self.pick(['', 'true', 'attribute=' + self.attribute()])})"
        if form == 4:
            return f"{source}|sum({self.pick(['', 'start=1', 'attribute=' + self.attribute(), 'start=[]'])})"
        if form == 5:
            return f"{source}|unique({self.pick(['', 'true', 'attribute=' + self.attribute()])})|list"
        if form == 6:
            return f"{source}|groupby({self.attribute()}{self.pick(['', '', ', default=' + self.pick(['0', repr('-')]), ', case_sensitive=' + flag])})"
        if form == 7:
            return f"{source}|map(attribute={self.attribute()}{self.pick(['', ', default=0', ', default=' + repr('-')])})|list"
        if form == 8:
            return f"{source}|map({self.pick([repr(f) for f in ['string', 'int', 'upper', 'first', 'last', 'length', 'list', 'sum', 'abs', 'default', 'title', 'sort']] + [repr('default') + ', 0', repr('replace') + ', ' + repr('a') + ', ' + repr('b'), repr('round') + ', 1', repr('join') + ', ' + repr('+')])})|list"
        if form == 9:
            return f"{source}|{self.pick(['select', 'reject'])}({self.pick(['', repr('odd'), repr('string'), repr('number'), repr('gt') + ', 1', repr('in') + ', [1, 2, ' + repr('a') + ']', repr('none'), repr('defined'), repr('iterable'), repr('divisibleby') + ', 2'])})|list"
        if form == 10:
            return f"{source}|{self.pick(['selectattr', 'rejectattr'])}({self.attribute()}{self.pick(['', ', ' + repr('defined'), ', ' + repr('eq') + ', 1', ', ' + repr('ge') + ', 1', ', ' + repr('in') + ', [' + repr('x') + ', 0]', ', ' + repr('undefined')])})|list"
        if form == 11:
            return f"{source}|{self.pick(['batch', 'slice'])}({self.number_of(1, 4)}{self.pick(['', ', 0', ', none', ', ' + repr('-')])})|list"
        if form == 12:
            return f"{source}|join({self.pick(['', repr(','), repr('-') + ', attribute=' + self.attribute()])})"
        if form == 13:
            return f"d|dictsort({self.pick(['', flag, 'by=' + repr('value'), flag + ', ' + repr('value') + ', ' + flag, 'reverse=' + flag])})"
        if form == 14:
            return f"{source}|{self.pick(['first', 'last', 'length', 'list', 'reverse|list', 'string', 'tojson', 'pprint', 'count', 'random is defined', 'items|list', 'xmlattr', 'urlencode', 'tojson(1)'])}"
        if form == 15:
            part = lambda: self.pick(["", "", str(self.number_of(-4, 5))])
            return f"({source})[{part()}:{part()}{self.pick(['', ':' + self.pick(['1', '2', '-1', '-2'])])}]"
        if form == 16:
            return f"{source}[{self.pick(['0', '-1', '1', '5', repr('k'), repr('a'), '1.0', 'true', 'none'])}]"
        if form == 17:
            return f"l {self.pick(['+', '==', '!=', '<', '>', '<=', '>=', 'in', 'not in'])} m"
        if form == 18:
            return f"{self.pick(['l', 'm', '(l, m)', 'd.keys()|list'])} * {self.pick(['0', '2', '-1', 'true'])}"
        if form == 19:
            return f"{self.pick(['1', repr('a'), 'none', '0.5', '[1]', 'true'])} {self.pick(['in', 'not in'])} {source}"
        if form == 20:
            return f"d.{self.pick(['keys()', 'values()', 'items()', 'keys()|list', 'values()|list', 'items()|sort', 'get(%r)' % 'a', 'get(%r, 5)' % 'zz', 'copy()', 'a', 'items', 'b|default(0)'])}"
        if form == 21:
            return f"l.{self.pick(['index(1)', 'count(1)', 'count(%r)' % 'a', 'copy()', 'index(2, 1)', 'pop()', 'pop(0)', 'append(1)'])}"
        if form == 22:
            return f"[{source}, {source}]|{self.pick(['map(%r)|list' % 'length', 'first', 'sum(start=[])', 'sort', 'unique|list', 'max', 'tojson'])}"
        return f"dict({self.pick(['d', 'd, z=1', 'a=l', 'd.items()', 'l', 'r'])})"

    def change(self):
        value = self.pick(["1", "'a'", "m", "none", "[2]", "d.a"])
        return "{% set _ = " + self.pick([f"l.append({value})", f"l.extend({value})", f"l.insert({self.number_of(-3, 3)}, {value})", f"l.remove({value})", "l.sort()", "l.sort(reverse=true)", "l.reverse()", f"l.pop({self.pick(['', '0', '-1', '9'])})", f"d.update({{'a': {value}}})", f"d.update(z={value})", "d.pop('a')", "d.pop('a', 0)",
                                             f"d.setdefault('a', {value})", "d.popitem()", "l.clear()", "d.clear()"]) + " %}" + self.pick(["", "{{ _ }}"])
