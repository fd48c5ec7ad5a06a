"""Random text through the filters and methods of text, with arguments of every kind."""
from .dice import Dice


class Texts(Dice):
    ALPHABETS = ["ab ", "ab \n", "aA1 _-", "<>&;/=\"' ab", "ßéİı😀e\u0301 ", "a.b@:/w()<>, ", "a-b \t\n", "ab,", "http://w.com ", "&lt;&#39;x ", "\r\n\x0b\x0c\x1c\x85\u2028a ", "ÄÖñçø ΣςΑ ", "0123456789.-+e_ ", "ab{}%"]

    def case(self):
        context = {"v": self.text(14), "u": self.text(5), "w": self.text(2)}
        options = {"autoescape": True} if self.chance(0.15) else {}
        value = self.pick(["v", "v", "v", "v|e", "v|safe", "(v ~ u)"])
        return {"template": f"{{{{ {value}{self.operation()} }}}}" if self.chance(0.8) else f"{{{{ [{value}{self.operation()}] }}}}", "context": context, "options": options}

    def text(self, most):
        alphabet = self.pick(self.ALPHABETS)
        return "".join(self.many(0, most * self.pick([1, 1, 1, 3]), lambda: self.pick(alphabet)))

    def integer(self):
        return str(self.pick([-3, -2, -1, 0, 1, 2, 3, 4, 5, 7, 10, 20]))

    def piece(self):
        return self.pick(["u", "w", "w", "'a'", "' '", "','", "'ab'", "''", "none"])

    def operation(self):
        return self.pick([self.filter, self.filter, self.method, self.method, self.subscript])()

    def subscript(self):
        part = lambda: self.pick(["", "", self.integer()])
        return f"[{part()}:{part()}{self.pick(['', '', ':' + self.pick(['1', '2', '-1', '-2', '-3'])])}]"

    def filter(self):
        flag = lambda: self.pick(["true", "false"])
        return "|" + self.pick([
            lambda: self.pick(["upper", "lower", "title", "capitalize", "trim", "striptags", "e", "forceescape", "urlize", "urlencode", "wordcount", "length", "reverse", "list", "string", "tojson", "pprint", "int", "float", "sort|join", "unique|join", "first", "last", "safe", "min", "max"]),
            lambda: f"trim({self.piece()})",
            lambda: f"center({self.integer()})",
            lambda: f"replace({self.piece()}, {self.piece()}{self.pick(['', ', ' + self.integer()])})",
            lambda: f"truncate({self.integer()}, {flag()}, {self.piece()}, {self.integer()})",
            lambda: f"truncate({self.integer()}{self.pick(['', ', leeway=0', ', true'])})",
            lambda: f"wordwrap({self.integer()}, {flag()}, {self.pick(['none', repr('|')])}, {flag()})",
            lambda: f"indent({self.pick([self.integer(), 'w'])}, {flag()}, {flag()})",
            lambda: f"urlize({self.integer()}, {flag()})",
            lambda: f"batch({self.pick(['2', '3'])}, {self.piece()})|list",
            lambda: f"slice({self.pick(['2', '3'])}, {self.piece()})|list",
            lambda: f"join({self.piece()})",
            lambda: f"int({self.integer()}, {self.pick(['2', '8', '10', '16', '0', '36'])})",
            lambda: f"default({self.piece()}, {flag()})",
            lambda: "groupby(0)|map('first')|list",
            lambda: f"map({self.pick([repr('upper'), repr('replace') + ', ' + self.piece() + ', u'])})|join",
            lambda: f"select({self.pick([repr('in') + ', u', repr('eq') + ', w', repr('upper')])})|join",
        ])()

    def method(self):
        bounds = lambda: self.pick(["", "", f", {self.integer()}", f", {self.integer()}, {self.integer()}"])
        return "." + self.pick([
            lambda: self.pick(["upper", "lower", "title", "capitalize", "swapcase", "casefold", "strip", "lstrip", "rstrip", "split", "rsplit", "splitlines", "isalpha", "isdigit", "isalnum", "isspace", "isupper", "islower", "istitle", "isidentifier", "isnumeric", "isdecimal", "isprintable", "isascii", "expandtabs"]) + "()",
            lambda: f"{self.pick(['strip', 'lstrip', 'rstrip'])}({self.piece()})",
            lambda: f"{self.pick(['split', 'rsplit'])}({self.piece()}{self.pick(['', ', ' + self.integer()])})",
            lambda: f"{self.pick(['find', 'rfind', 'index', 'rindex', 'count', 'startswith', 'endswith'])}({self.piece()}{bounds()})",
            lambda: f"{self.pick(['partition', 'rpartition', 'removeprefix', 'removesuffix'])}({self.piece()})",
            lambda: f"{self.pick(['center', 'ljust', 'rjust'])}({self.integer()}{self.pick(['', ', ' + repr('*'), ', w'])})",
            lambda: f"{self.pick(['zfill', 'expandtabs'])}({self.integer()})",
            lambda: f"replace({self.piece()}, {self.piece()}{self.pick(['', ', ' + self.integer()])})",
            lambda: f"splitlines({self.pick(['true', 'false'])})",
            lambda: f"join({self.pick(['[u, w]', 'u', '[]', '(w,)', '[1]'])})",
            lambda: f"format({self.pick(['u', '1, 2', 'a=1'])})",
            lambda: "translate({97: 'X', 98: none})",
        ])()
