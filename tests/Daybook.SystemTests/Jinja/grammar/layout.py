"""White space, marks, comments, raw text, line statements and delimiters: what becomes of every character between the tags."""
from .dice import Dice


class Layout(Dice):
    DELIMITERS = [
        {}, {}, {},
        {"block_start_string": "<%", "block_end_string": "%>", "variable_start_string": "<%=", "variable_end_string": "%>", "comment_start_string": "<%#", "comment_end_string": "%>"},
        {"block_start_string": "[%", "block_end_string": "%]", "variable_start_string": "[[", "variable_end_string": "]]", "comment_start_string": "[#", "comment_end_string": "#]"},
        {"block_start_string": "{%", "block_end_string": "%}", "variable_start_string": "${", "variable_end_string": "}", "comment_start_string": "/*", "comment_end_string": "*/"},
    ]

    def case(self):
        self.delimiters = self.pick(self.DELIMITERS)
        self.lines = self.chance(0.35)
        options = {switch: True for switch in ["trim_blocks", "lstrip_blocks", "keep_trailing_newline"] if self.chance(0.45)}
        if self.lines:
            options.update({"line_statement_prefix": self.pick(["#", "%", "%%"]), "line_comment_prefix": self.pick(["##", "//", "#!"])})
            self.prefix, self.comment_prefix = options["line_statement_prefix"], options["line_comment_prefix"]
        if self.chance(0.1):
            options["newline_sequence"] = self.pick(["\r\n", "\r"])
        template = "".join(self.many(2, 7, lambda: self.piece(2)))
        return {"template": template, "options": {**options, **self.delimiters}}

    def space(self):
        return "".join(self.many(0, 3, lambda: self.pick([" ", "  ", "\n", "\n", "\t", "\r\n", "x", "ab", "-", "+", "{", "}", "%", "#", ".", "\u00a0", "<", "\n\n", "\f", "é"])))

    def marked(self, start, text, end, close=("", "", "-", "+")):
        return start + self.pick(["", "", "-", "+"]) + self.pick([" ", "", "\n"]) + text + self.pick([" ", "", "\n "]) + self.pick(close) + end

    def tag(self, text, close=("", "", "-", "+")):
        return self.marked(self.delimiters.get("block_start_string", "{%"), text, self.delimiters.get("block_end_string", "%}"), close)

    def line(self, text):
        return self.pick(["", "\n"]) + self.pick(["", "", "  ", "\t"]) + self.prefix + self.pick([" ", "", "  "]) + text + self.pick(["", "", " ", ":" if not text.startswith("set") else ""]) + self.pick(["\n", "\n", "\n\n", " \n"])

    def statement(self, text):
        return self.line(text) if self.lines and self.chance(0.5) else self.tag(text)

    def piece(self, depth):
        form = self.below(14)
        if depth <= 0 or form < 4:
            return self.space()
        if form < 6:
            return self.marked(self.delimiters.get("variable_start_string", "{{"), self.pick(["1", "'v'", "[1]", "{'a': {}}", "'}}'", "'%}'", "2 - 1", "-1", "'\n'", "x"]), self.delimiters.get("variable_end_string", "}}"), ("", "", "-"))
        if form < 8:
            return self.marked(self.delimiters.get("comment_start_string", "{#"), self.pick(["", "note", "a\nb", "{{ x }}", "- -", "#", "{% if %}"]), self.delimiters.get("comment_end_string", "#}"))
        if form == 8:
            return self.tag("raw", ("", "", "-")) + self.pick([self.space(), " {{ x }} ", "{% y %}", "\n{# z #}\n", "{{"]) + self.tag("endraw")
        if form == 9:
            return self.statement("set q = 1")
        if form == 10 and self.lines:
            return self.space() + self.pick([" ", "", "\n"]) + self.comment_prefix + self.pick([" note", "", " {{ x }}", "-"]) + self.pick(["\n", "\n", ""])
        inner = "".join(self.many(0, 3, lambda: self.piece(depth - 1)))
        if form == 11:
            return self.statement("for i in [1, 2]") + inner + self.statement("endfor")
        if form == 12:
            return self.statement("if false") + self.space() + self.statement("else") + inner + self.statement("endif")
        return self.statement("if true") + inner + self.statement("endif")
