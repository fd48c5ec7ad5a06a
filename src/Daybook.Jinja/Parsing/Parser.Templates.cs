using Daybook.Jinja.Lexing;
using Daybook.Jinja.Syntax;

namespace Daybook.Jinja.Parsing;

internal sealed partial class Parser
{
    private BlockSyntax ParseBlock()
    {
        var start = Take().Start;
        var name = ExpectAnyName();
        var isScoped = SkipName("scoped");
        var isRequired = SkipName("required");
        if (Current.IsOperator("-"))
            throw Fail("Block names in Jinja have to be valid Python identifiers and may not contain hyphens, use an underscore instead.");
        var tagEnd = LastEnd;
        var body = ParseOutsideLoop("endblock");
        if (isRequired && body.Exists(statement => statement is not TextSyntax text || !text.Text.All(PySpace.Is)))
            throw FailAt(start, "Required blocks can only contain comments or whitespace");
        if (Current.Kind == TokenKind.Name && Current.Text == name.Text)
            Take();
        return new BlockSyntax(start, tagEnd, name.Text, isScoped, isRequired, body);
    }

    private ExtendsSyntax ParseExtends()
    {
        var start = Take().Start;
        var template = ParseExpression();
        return new ExtendsSyntax(start, LastEnd, template);
    }

    private IncludeSyntax ParseInclude()
    {
        var start = Take().Start;
        var template = ParseExpression();
        var ignoresMissing = Current.IsName("ignore") && Next.IsName("missing");
        if (ignoresMissing)
        {
            Take();
            Take();
        }

        var withContext = ParseWithContext() ?? true;
        return new IncludeSyntax(start, LastEnd, template, ignoresMissing, withContext);
    }

    private ImportSyntax ParseImport()
    {
        var start = Take().Start;
        var template = ParseExpression();
        ExpectName("as");
        var target = ParseNameTarget();
        var withContext = ParseWithContext() ?? false;
        return new ImportSyntax(start, LastEnd, template, target.Name, withContext);
    }

    private FromImportSyntax ParseFromImport()
    {
        var start = Take().Start;
        var template = ParseExpression();
        ExpectName("import");
        var names = new List<(string, string)>();
        bool? withContext = null;
        while (true)
        {
            if (names.Count > 0)
                ExpectOperator(",");
            if (Current.Kind != TokenKind.Name)
                throw Expected("a name");
            withContext = ParseWithContext();
            if (withContext is not null)
                break;
            var name = ParseNameTarget();
            if (name.Name.StartsWith('_'))
                throw FailAt(name.Start, "names starting with an underline can not be imported");
            names.Add((name.Name, SkipName("as") ? ParseNameTarget().Name : name.Name));
            withContext = ParseWithContext();
            if (withContext is not null || !Current.IsOperator(","))
                break;
        }

        return new FromImportSyntax(start, LastEnd, template, names, withContext ?? false);
    }

    private bool? ParseWithContext()
    {
        if (Current.Kind != TokenKind.Name || Current.Text is not ("with" or "without") || !Next.IsName("context"))
            return null;
        var isWith = Take().Text == "with";
        Take();
        return isWith;
    }

    private MacroSyntax ParseMacro()
    {
        var start = Take().Start;
        var name = ParseNameTarget();
        ExpectOperator("(");
        var parameters = ParseParameters();
        var tagEnd = LastEnd;
        var body = ParseOutsideLoop("endmacro");
        return new MacroSyntax(start, tagEnd, name.Name, parameters, body);
    }

    private CallBlockSyntax ParseCallBlock()
    {
        var start = Take().Start;
        var parameters = SkipOperator("(") ? ParseParameters() : [];
        var value = ParseExpression();
        if (value is not CallSyntax call)
            throw FailAt(value.Start, "expected call", "write a macro call after call: {% call name() %}");
        var tagEnd = LastEnd;
        var body = ParseOutsideLoop("endcall");
        return new CallBlockSyntax(start, tagEnd, parameters, call, body);
    }

    /// <summary>The body of a tag that break and continue cannot leave.</summary>
    private List<StatementSyntax> ParseOutsideLoop(string end)
    {
        var outerLoops = _loopDepth;
        _loopDepth = 0;
        var (body, _) = ParseBlockBody(end);
        _loopDepth = outerLoops;
        return body;
    }

    /// <summary>Parameters after the opening parenthesis, and the closing one.</summary>
    private List<(string Name, ExpressionSyntax? Default)> ParseParameters()
    {
        var parameters = new List<(string Name, ExpressionSyntax? Default)>();
        while (!Current.IsOperator(")"))
        {
            if (parameters.Count > 0)
                ExpectOperator(",");
            var parameter = ParseNameTarget();
            if (parameters.Exists(known => known.Name == parameter.Name))
                throw FailAt(parameter.Start, $"duplicate argument '{parameter.Name}' in macro definition");
            if (SkipOperator("="))
                parameters.Add((parameter.Name, ParseExpression()));
            else if (parameters.Count > 0 && parameters[^1].Default is not null)
                throw FailAt(parameter.Start, "non-default argument follows default argument");
            else
                parameters.Add((parameter.Name, null));
        }

        Take();
        return parameters;
    }
}
