using Daybook.Jinja.Lexing;
using Daybook.Jinja.Syntax;

namespace Daybook.Jinja.Parsing;

internal sealed partial class Parser
{
    private ExpressionSyntax ParsePostfix(int start, ExpressionSyntax node)
    {
        while (Current.Kind == TokenKind.Operator)
        {
            if (Current.Text == ".")
                node = ParseMember(start, node);
            else if (Current.Text == "[")
                node = ParseSubscript(start, node);
            else if (Current.Text == "(")
                node = ParseCall(start, node);
            else
                break;
        }

        return node;
    }

    private ExpressionSyntax ParseFilters(int start, ExpressionSyntax node)
    {
        while (true)
        {
            if (Current.IsOperator("|"))
                node = ParseFilter(start, node);
            else if (Current.IsName("is"))
                node = ParseTest(start, node);
            else if (Current.IsOperator("("))
                node = ParseCall(start, node);
            else
                return node;
        }
    }

    private ExpressionSyntax ParseMember(int start, ExpressionSyntax node)
    {
        Take();
        var member = Current;
        if (member.Kind == TokenKind.Name)
        {
            Take();
            return Made(new AttributeSyntax(start, LastEnd, node, member.Text));
        }

        if (member.Kind != TokenKind.Integer)
            throw Fail("expected name or number", "after a dot stands an attribute's name or an index");
        Take();
        return Made(new ItemSyntax(start, LastEnd, node, new ConstantSyntax(member.Start, member.End, member.Value)));
    }

    private ExpressionSyntax ParseSubscript(int start, ExpressionSyntax node)
    {
        var open = Take();
        var keys = new List<ExpressionSyntax>();
        while (!Current.IsOperator("]"))
        {
            if (keys.Count > 0)
                ExpectOperator(",");
            if (ParseSlice() is var (slice, key) && slice is not null)
            {
                if (!Current.IsOperator("]") || keys.Count > 0)
                    throw Fail("a slice cannot be combined with other subscripts");
                Take();
                return Made(slice.Of(start, LastEnd, node));
            }

            keys.Add(key!);
        }

        Take();
        var subscript = keys.Count == 1 ? keys[0] : new TupleSyntax(open.Start, LastEnd, keys);
        return Made(new ItemSyntax(start, LastEnd, node, subscript));
    }

    /// <summary>A key, or the bounds of a slice.</summary>
    private (SliceBounds? Slice, ExpressionSyntax? Key) ParseSlice()
    {
        ExpressionSyntax? from = null;
        if (!Current.IsOperator(":"))
        {
            from = ParseExpression();
            if (!Current.IsOperator(":"))
                return (null, from);
        }

        Take();
        var to = ParseBound();
        var step = SkipOperator(":") ? ParseBound() : null;
        return (new SliceBounds(from, to, step), null);
    }

    private ExpressionSyntax? ParseBound() =>
        Current.Kind == TokenKind.Operator && Current.Text is ":" or "]" or "," ? null : ParseExpression();

    private CallSyntax ParseCall(int start, ExpressionSyntax node)
    {
        var arguments = ParseArguments();
        return Made(new CallSyntax(start, LastEnd, node, arguments));
    }

    private ArgumentsSyntax ParseArguments()
    {
        var open = ExpectOperator("(");
        var arguments = new ArgumentsSyntax();
        var isFirst = true;
        while (!Current.IsOperator(")"))
        {
            if (!isFirst)
            {
                ExpectOperator(",");
                if (Current.IsOperator(")"))
                    break;
            }

            isFirst = false;
            ParseArgument(arguments, open.Start);
        }

        ExpectOperator(")");
        return arguments;
    }

    private void ParseArgument(ArgumentsSyntax arguments, int open)
    {
        void Ensure(bool isAllowed)
        {
            if (!isAllowed)
                throw FailAt(open, "invalid syntax for function call expression", "positional arguments come first, then keyword ones, then * and **");
        }

        if (SkipOperator("*"))
        {
            Ensure(arguments.Star is null && arguments.DoubleStar is null);
            arguments.Star = ParseExpression();
        }
        else if (SkipOperator("**"))
        {
            Ensure(arguments.DoubleStar is null);
            arguments.DoubleStar = ParseExpression();
        }
        else if (Current.Kind == TokenKind.Name && Next.IsOperator("="))
        {
            Ensure(arguments.DoubleStar is null);
            var name = Take();
            Take();
            if (!arguments.KeywordNames.Add(name.Text))
                throw FailAt(name.Start, $"keyword argument repeated: {name.Text}");
            arguments.Keywords.Add((name.Text, ParseExpression()));
        }
        else
        {
            Ensure(arguments.Star is null && arguments.DoubleStar is null && arguments.Keywords.Count == 0);
            arguments.Positional.Add(ParseExpression());
        }
    }

    /// <summary>A <c>|</c> and the filter after it.</summary>
    private FilterSyntax ParseFilter(int start, ExpressionSyntax? node)
    {
        ExpectOperator("|");
        return ParseFilterName(start, node);
    }

    private FilterSyntax ParseFilterName(int start, ExpressionSyntax? node)
    {
        var (name, nameStart) = ParseDottedName();
        var arguments = Current.IsOperator("(") ? ParseArguments() : new ArgumentsSyntax();
        return Made(new FilterSyntax(start, LastEnd, nameStart, node, name, arguments));
    }

    private ExpressionSyntax ParseTest(int start, ExpressionSyntax node)
    {
        Take();
        var isNegated = SkipName("not");
        var (name, nameStart) = ParseDottedName();
        ArgumentsSyntax arguments;
        if (Current.IsOperator("("))
        {
            arguments = ParseArguments();
        }
        else
        {
            arguments = new ArgumentsSyntax();
            if (BeginsTestArgument())
            {
                if (Current.IsName("is"))
                    throw Fail("You cannot chain multiple tests with is", "combine them with 'and'");
                var argumentStart = Current.Start;
                arguments.Positional.Add(ParsePostfix(argumentStart, ParsePrimary()));
            }
        }

        ExpressionSyntax test = Made(new TestSyntax(start, LastEnd, nameStart, node, name, arguments));
        return isNegated ? Made(new NotSyntax(start, LastEnd, test)) : test;
    }

    private bool BeginsTestArgument() => Current.Kind switch
    {
        TokenKind.Name => Current.Text is not ("else" or "or" or "and"),
        TokenKind.String or TokenKind.Integer or TokenKind.Float => true,
        TokenKind.Operator => Current.Text is "(" or "[" or "{",
        TokenKind.Data or TokenKind.VariableBegin or TokenKind.VariableEnd or TokenKind.BlockBegin or TokenKind.BlockEnd or TokenKind.EndOfTemplate
            or TokenKind.Invalid => false,
        _ => throw new InvalidOperationException($"unknown token kind {Current.Kind}"),
    };

    private (string Name, int Start) ParseDottedName()
    {
        var first = ExpectAnyName();
        var name = first.Text;
        while (SkipOperator("."))
            name += "." + ExpectAnyName().Text;
        return (name, first.Start);
    }
}
