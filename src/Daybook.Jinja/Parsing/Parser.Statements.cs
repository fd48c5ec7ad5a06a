using Daybook.Jinja.Lexing;
using Daybook.Jinja.Syntax;

namespace Daybook.Jinja.Parsing;

internal sealed partial class Parser
{
    private static readonly string[] Tags =
    [
        "autoescape", "block", "break", "call", "continue", "do", "elif", "else", "endautoescape", "endblock", "endcall", "endfilter", "endfor", "endif",
        "endmacro", "endset", "endwith", "extends", "filter", "for", "from", "if", "import", "include", "macro", "print", "raw", "set", "with",
    ];

    /// <summary>Statements up to one of the end tags, which stays the current token, or up to the end of the template.</summary>
    private List<StatementSyntax> ParseBody(string[]? ends)
    {
        var body = new List<StatementSyntax>();
        if (ends is not null)
            _expectedEnds.Push(ends);
        if (_expectedEnds.Count > StatementDepth)
            throw Fail($"tags are nested more than {StatementDepth} deep");
        while (Current.Kind != TokenKind.EndOfTemplate)
        {
            switch (Current.Kind)
            {
                case TokenKind.Data:
                    var data = Take();
                    body.Add(new TextSyntax(data.Start, data.End, data.Text));
                    break;
                case TokenKind.VariableBegin:
                    var start = Take().Start;
                    var value = ParseTuple(TupleMode.Full);
                    if (Current.Kind != TokenKind.VariableEnd)
                        throw Expected("'end of print statement'");
                    Take();
                    body.Add(new PrintSyntax(start, LastEnd, [value]));
                    break;
                case TokenKind.BlockBegin:
                    Take();
                    if (ends is not null && Current.Kind == TokenKind.Name && ends.Contains(Current.Text))
                    {
                        _expectedEnds.Pop();
                        return body;
                    }

                    body.Add(ParseStatement());
                    ExpectBlockEnd();
                    break;
                case var kind:
                    throw new InvalidOperationException($"token {kind} between statements");
            }
        }

        if (ends is not null)
            throw FailOnTag(null);
        return body;
    }

    private StatementSyntax ParseStatement()
    {
        var token = Current;
        if (token.Kind != TokenKind.Name)
            throw Fail("tag name expected", $"after {_syntax.BlockStart} stands a tag such as if, for or set");
        _openTags.Push(token.Text);
        var statement = token.Text switch
        {
            "for" => ParseFor(),
            "if" => ParseIf(),
            "block" => ParseBlock(),
            "extends" => ParseExtends(),
            "print" => ParsePrint(),
            "macro" => ParseMacro(),
            "include" => ParseInclude(),
            "from" => ParseFromImport(),
            "import" => ParseImport(),
            "set" => ParseSet(),
            "with" => ParseWith(),
            "autoescape" => ParseAutoescape(),
            "call" => ParseCallBlock(),
            "filter" => ParseFilterBlock(),
            "do" when _syntax.DoStatement => ParseDo(),
            "break" or "continue" when _syntax.LoopControls => ParseLoopControl(),
            _ => null as StatementSyntax,
        };
        _openTags.Pop();
        return statement ?? throw FailOnTag(token.Text);
    }

    /// <summary>An opening tag's end, statements, and the end tag's name, which is returned and taken.</summary>
    private (List<StatementSyntax> Body, string End) ParseBlockBody(params string[] ends)
    {
        SkipOperator(":");
        ExpectBlockEnd();
        var body = ParseBody(ends);
        return (body, Take().Text);
    }

    private void ExpectBlockEnd()
    {
        if (Current.Kind != TokenKind.BlockEnd)
            throw Expected("'end of statement block'");
        Take();
    }

    private ForSyntax ParseFor()
    {
        var start = Take().Start;
        var target = ParseTarget("in");
        ExpectName("in");
        var items = ParseTuple(TupleMode.WithoutConditions, "recursive");
        var test = SkipName("if") ? ParseExpression() : null;
        var isRecursive = SkipName("recursive");
        var tagEnd = LastEnd;
        _loopDepth++;
        var (body, end) = ParseBlockBody("endfor", "else");
        _loopDepth--;
        List<StatementSyntax> otherwise = [];
        if (end == "else")
            (otherwise, _) = ParseBlockBody("endfor");
        return new ForSyntax(start, tagEnd, target, items, test, isRecursive, body, otherwise);
    }

    private IfSyntax ParseIf()
    {
        var start = Take().Start;
        var branches = new List<(ExpressionSyntax, IReadOnlyList<StatementSyntax>)>();
        List<StatementSyntax> otherwise = [];
        while (true)
        {
            var test = ParseTuple(TupleMode.WithoutConditions);
            var (body, end) = ParseBlockBody("elif", "else", "endif");
            branches.Add((test, body));
            if (end == "else")
                (otherwise, _) = ParseBlockBody("endif");
            if (end != "elif")
                return new IfSyntax(start, LastEnd, branches, otherwise);
        }
    }

    private StatementSyntax ParseSet()
    {
        var start = Take().Start;
        var target = ParseTarget(null, allowNamespace: true);
        if (SkipOperator("="))
        {
            var value = ParseTuple(TupleMode.Full);
            return new SetSyntax(start, LastEnd, target, value);
        }

        FilterSyntax? filter = null;
        while (Current.IsOperator("|"))
            filter = ParseFilter(Current.Start, filter);
        var body = ParseOutsideLoop("endset");
        return new SetBlockSyntax(start, LastEnd, target, filter, body);
    }

    private WithSyntax ParseWith()
    {
        var start = Take().Start;
        var bindings = new List<(TargetSyntax, ExpressionSyntax)>();
        while (Current.Kind != TokenKind.BlockEnd)
        {
            if (bindings.Count > 0)
                ExpectOperator(",");
            var target = ParseTarget(null);
            ExpectOperator("=");
            bindings.Add((target, ParseExpression()));
        }

        var (body, _) = ParseBlockBody("endwith");
        return new WithSyntax(start, LastEnd, bindings, body);
    }

    private AutoescapeSyntax ParseAutoescape()
    {
        var start = Take().Start;
        var value = ParseExpression();
        var (body, _) = ParseBlockBody("endautoescape");
        return new AutoescapeSyntax(start, LastEnd, value, body);
    }

    private PrintSyntax ParsePrint()
    {
        var start = Take().Start;
        var values = new List<ExpressionSyntax>();
        while (Current.Kind != TokenKind.BlockEnd)
        {
            if (values.Count > 0)
                ExpectOperator(",");
            values.Add(ParseExpression());
        }

        return new PrintSyntax(start, LastEnd, values);
    }

    private FilterBlockSyntax ParseFilterBlock()
    {
        var start = Take().Start;
        var filter = ParseFilterName(Current.Start, null);
        while (Current.IsOperator("|"))
            filter = ParseFilter(filter.Start, filter);
        var body = ParseOutsideLoop("endfilter");
        return new FilterBlockSyntax(start, LastEnd, filter, body);
    }

    private DoSyntax ParseDo()
    {
        var start = Take().Start;
        var value = ParseTuple(TupleMode.Full);
        return new DoSyntax(start, LastEnd, value);
    }

    private LoopControlSyntax ParseLoopControl()
    {
        var token = Take();
        if (_loopDepth == 0)
            throw FailAt(token.Start, $"'{token.Text}' outside of a loop", $"{token.Text} stands inside a for loop, in the same macro, block, set or filter");
        return new LoopControlSyntax(token.Start, token.End, token.Text == "break");
    }

    /// <summary>Jinja2's sentences about a tag that is unknown, stands in the wrong place, or is missing at the end (<paramref name="tag"/> null).</summary>
    private JinjaException FailOnTag(string? tag)
    {
        var expected = _expectedEnds.Count > 0 ? string.Join(" or ", _expectedEnds.Peek().Select(end => $"'{end}'")) : null;
        var message = tag is null ? "Unexpected end of template." : $"Encountered unknown tag '{tag}'.";
        if (expected is not null && tag is not null && _expectedEnds.Any(ends => ends.Contains(tag)))
            message += $" You probably made a nesting mistake. Jinja is expecting this tag, but currently looking for {expected}.";
        else if (expected is not null)
            message += $" Jinja was looking for the following tags: {expected}.";
        if (_openTags.Count > 0)
            message += $" The innermost block that needs to be closed is '{_openTags.Peek()}'.";
        return Fail(message, tag is null ? null : AdviceOnTag(tag));
    }

    private string? AdviceOnTag(string tag)
    {
        if (tag is "do")
            return "the do extension is switched off";
        if (tag is "break" or "continue")
            return "the loop controls extension is switched off";
        if (tag is "trans" or "pluralize" or "endtrans")
            return "translation is an extension of Jinja2 that does not exist here; write the text itself";
        if (tag is "debug")
            return "debug is an extension of Jinja2 that does not exist here; print what you want to see, such as {{ name | pprint }}";
        var expected = _expectedEnds.Count > 0 ? _expectedEnds.Peek() : [];
        return EditDistance.Advice(tag, expected) ?? EditDistance.Advice(tag, Tags) ?? (tag is "elseif" or "elsif" ? "did you mean 'elif'?" : null);
    }
}
