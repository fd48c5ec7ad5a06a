using Daybook.Jinja.Lexing;
using Daybook.Jinja.Syntax;

namespace Daybook.Jinja.Parsing;

internal sealed partial class Parser
{
    /// <summary>One expression, or a tuple where commas follow. <paramref name="endName"/> also ends it (<c>in</c>, <c>recursive</c>).</summary>
    private ExpressionSyntax ParseTuple(TupleMode mode, string? endName = null)
    {
        var start = Current.Start;
        var items = new List<ExpressionSyntax>();
        var isTuple = false;
        while (true)
        {
            if (items.Count > 0)
                ExpectOperator(",");
            if (IsTupleEnd(endName))
                break;
            items.Add(mode switch
            {
                TupleMode.Full or TupleMode.Parenthesized => ParseExpression(),
                TupleMode.WithoutConditions => ParseOr(),
                TupleMode.Target => ParsePrimary(),
                _ => throw new InvalidOperationException($"unknown mode {mode}"),
            });
            if (!Current.IsOperator(","))
                break;
            isTuple = true;
        }

        if (isTuple || (items.Count == 0 && mode == TupleMode.Parenthesized))
            return Made(new TupleSyntax(start, LastEnd, items));
        return items.Count == 1 ? items[0] : throw Fail($"Expected an expression, got {Described(Current)}");
    }

    private bool IsTupleEnd(string? endName) =>
        Current.Kind is TokenKind.VariableEnd or TokenKind.BlockEnd || Current.IsOperator(")") || (endName is not null && Current.IsName(endName));

    private ListSyntax ParseList()
    {
        var start = Take().Start;
        var items = new List<ExpressionSyntax>();
        while (!Current.IsOperator("]"))
        {
            if (items.Count > 0)
                ExpectOperator(",");
            if (Current.IsOperator("]"))
                break;
            items.Add(ParseExpression());
        }

        ExpectOperator("]");
        return Made(new ListSyntax(start, LastEnd, items));
    }

    private DictSyntax ParseDict()
    {
        var start = Take().Start;
        var items = new List<(ExpressionSyntax, ExpressionSyntax)>();
        while (!Current.IsOperator("}"))
        {
            if (items.Count > 0)
                ExpectOperator(",");
            if (Current.IsOperator("}"))
                break;
            var key = ParseExpression();
            ExpectOperator(":");
            items.Add((key, ParseExpression()));
        }

        ExpectOperator("}");
        return Made(new DictSyntax(start, LastEnd, items));
    }
}
