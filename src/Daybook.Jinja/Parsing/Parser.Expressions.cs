using Daybook.Jinja.Lexing;
using Daybook.Jinja.Python;
using Daybook.Jinja.Syntax;

namespace Daybook.Jinja.Parsing;

internal sealed partial class Parser
{
    /// <summary>How deep expressions may stand in each other; also bounds the stack that evaluating them takes.</summary>
    private const int ExpressionDepth = 200;

    private ExpressionSyntax ParseExpression()
    {
        var start = Current.Start;
        if (++_nesting > ExpressionDepth)
            throw TooDeep();
        var value = ParseOr();
        while (SkipName("if"))
        {
            var test = ParseOr();
            var otherwise = SkipName("else") ? ParseExpression() : null;
            value = Made(new ConditionalSyntax(start, LastEnd, test, value, otherwise));
        }

        _nesting--;
        return value;
    }

    private ExpressionSyntax ParseOr()
    {
        var start = Current.Start;
        var left = ParseAnd();
        while (SkipName("or"))
        {
            var right = ParseAnd();
            left = Made(new LogicalSyntax(start, LastEnd, left, right, isAnd: false));
        }

        return left;
    }

    private ExpressionSyntax ParseAnd()
    {
        var start = Current.Start;
        var left = ParseNot();
        while (SkipName("and"))
        {
            var right = ParseNot();
            left = Made(new LogicalSyntax(start, LastEnd, left, right, isAnd: true));
        }

        return left;
    }

    private ExpressionSyntax ParseNot()
    {
        var start = Current.Start;
        if (!SkipName("not"))
            return ParseComparison();
        if (++_nesting > ExpressionDepth)
            throw TooDeep();
        var operand = ParseNot();
        _nesting--;
        return Made(new NotSyntax(start, LastEnd, operand));
    }

    private ExpressionSyntax ParseComparison()
    {
        var start = Current.Start;
        var first = ParseSum();
        List<(ComparisonOperator, ExpressionSyntax)>? rest = null;
        while (TakeComparison() is { } operation)
            (rest ??= []).Add((operation, ParseSum()));
        return rest is null ? first : Made(new ComparisonSyntax(start, LastEnd, first, rest));
    }

    private ComparisonOperator? TakeComparison()
    {
        ComparisonOperator? operation = Current.Kind switch
        {
            TokenKind.Operator => Current.Text switch
            {
                "==" => ComparisonOperator.Equal,
                "!=" => ComparisonOperator.NotEqual,
                "<" => ComparisonOperator.Less,
                "<=" => ComparisonOperator.LessOrEqual,
                ">" => ComparisonOperator.Greater,
                ">=" => ComparisonOperator.GreaterOrEqual,
                _ => null,
            },
            TokenKind.Name when Current.Text == "in" => ComparisonOperator.In,
            TokenKind.Name when Current.Text == "not" && Next.IsName("in") => ComparisonOperator.NotIn,
            _ => null,
        };
        if (operation is null)
            return null;
        Take();
        if (operation == ComparisonOperator.NotIn)
            Take();
        return operation;
    }

    private ExpressionSyntax ParseSum()
    {
        var start = Current.Start;
        var left = ParseConcatenation();
        while (Current.Kind == TokenKind.Operator && Current.Text is "+" or "-")
        {
            var operation = Take().Text == "+" ? ArithmeticOperator.Add : ArithmeticOperator.Subtract;
            var right = ParseConcatenation();
            left = Made(new ArithmeticSyntax(start, LastEnd, operation, left, right));
        }

        return left;
    }

    private ExpressionSyntax ParseConcatenation()
    {
        var start = Current.Start;
        var first = ParseProduct();
        if (!Current.IsOperator("~"))
            return first;
        List<ExpressionSyntax> parts = [first];
        while (SkipOperator("~"))
            parts.Add(ParseProduct());
        return Made(new ConcatenationSyntax(start, LastEnd, parts));
    }

    private ExpressionSyntax ParseProduct()
    {
        var start = Current.Start;
        var left = ParsePower();
        while (Current.Kind == TokenKind.Operator && Current.Text is "*" or "/" or "//" or "%")
        {
            var operation = Take().Text switch
            {
                "*" => ArithmeticOperator.Multiply,
                "/" => ArithmeticOperator.Divide,
                "//" => ArithmeticOperator.FloorDivide,
                _ => ArithmeticOperator.Modulo,
            };
            var right = ParsePower();
            left = Made(new ArithmeticSyntax(start, LastEnd, operation, left, right));
        }

        return left;
    }

    private ExpressionSyntax ParsePower()
    {
        var start = Current.Start;
        var left = ParseUnary(withFilter: true);
        while (SkipOperator("**"))
        {
            var right = ParseUnary(withFilter: true);
            left = Made(new ArithmeticSyntax(start, LastEnd, ArithmeticOperator.Power, left, right));
        }

        return left;
    }

    private ExpressionSyntax ParseUnary(bool withFilter)
    {
        var start = Current.Start;
        ExpressionSyntax node;
        if (Current.Kind == TokenKind.Operator && Current.Text is "-" or "+")
        {
            if (++_nesting > ExpressionDepth)
                throw TooDeep();
            var isNegative = Take().Text == "-";
            var operand = ParseUnary(withFilter: false);
            _nesting--;
            node = Made(new SignSyntax(start, LastEnd, operand, isNegative));
        }
        else
        {
            node = ParsePrimary();
        }

        node = ParsePostfix(start, node);
        return withFilter ? ParseFilters(start, node) : node;
    }

    private ExpressionSyntax ParsePrimary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Name:
                Take();
                return token.Text switch
                {
                    "true" or "True" => new ConstantSyntax(token.Start, token.End, PyBox.True),
                    "false" or "False" => new ConstantSyntax(token.Start, token.End, PyBox.False),
                    "none" or "None" => new ConstantSyntax(token.Start, token.End, null),
                    _ => new NameSyntax(token.Start, token.End, token.Text),
                };
            case TokenKind.String:
                return ParseString();
            case TokenKind.Integer or TokenKind.Float:
                Take();
                return new ConstantSyntax(token.Start, token.End, token.Value);
            case TokenKind.Operator when token.Text == "(":
                Take();
                var inner = ParseTuple(TupleMode.Parenthesized);
                ExpectOperator(")");
                return inner;
            case TokenKind.Operator when token.Text == "[":
                return ParseList();
            case TokenKind.Operator when token.Text == "{":
                return ParseDict();
            case TokenKind.Operator or TokenKind.Data or TokenKind.VariableBegin or TokenKind.VariableEnd or TokenKind.BlockBegin or TokenKind.BlockEnd
                or TokenKind.EndOfTemplate or TokenKind.Invalid:
                throw Fail($"unexpected {Described(token)}", token.Kind is TokenKind.VariableEnd or TokenKind.BlockEnd ? "an expression is missing before it" : null);
            default:
                throw new InvalidOperationException($"unknown token kind {token.Kind}");
        }
    }

    private ConstantSyntax ParseString()
    {
        var start = Current.Start;
        var parts = new List<string>();
        while (Current.Kind == TokenKind.String)
            parts.Add((string)Take().Value!);
        return new ConstantSyntax(start, LastEnd, string.Concat(parts));
    }

    private T Made<T>(T node)
        where T : ExpressionSyntax => node.Depth <= ExpressionDepth ? node : throw TooDeep();

    private JinjaException TooDeep() => Fail($"the expression is nested more than {ExpressionDepth} deep", "compute parts of it with {% set %} first");
}
