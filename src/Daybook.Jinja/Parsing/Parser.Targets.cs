using Daybook.Jinja.Syntax;

namespace Daybook.Jinja.Parsing;

internal sealed partial class Parser
{
    /// <summary>What a value is assigned to: a name, a tuple of names, or where allowed an attribute of a namespace.</summary>
    private TargetSyntax ParseTarget(string? endName, bool allowNamespace = false)
    {
        if (allowNamespace && Next.IsOperator("."))
        {
            var name = ExpectAnyName();
            Take();
            var attribute = ExpectAnyName();
            return new NamespaceTargetSyntax(name.Start, LastEnd, name.Text, attribute.Text);
        }

        return TargetOf(ParseTuple(TupleMode.Target, endName));
    }

    private NameTargetSyntax ParseNameTarget()
    {
        var name = ExpectAnyName();
        return IsReserved(name.Text) ? throw FailAt(name.Start, $"can't assign to '{name.Text}'") : new NameTargetSyntax(name.Start, name.End, name.Text);
    }

    private TargetSyntax TargetOf(ExpressionSyntax expression) => expression switch
    {
        NameSyntax name => new NameTargetSyntax(name.Start, name.End, name.Name),
        TupleSyntax tuple => new TupleTargetSyntax(tuple.Start, tuple.End, [.. tuple.Items.Select(TargetOf)]),
        _ => throw FailAt(expression.Start, $"can't assign to {_source.Text[expression.Start..expression.End]}", "a name is assigned to, or an attribute of a namespace"),
    };

    /// <summary>Jinja2 reserves these names for constants.</summary>
    private static bool IsReserved(string name) => name is "true" or "false" or "none" or "True" or "False" or "None";
}
