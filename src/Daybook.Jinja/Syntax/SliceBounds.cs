namespace Daybook.Jinja.Syntax;

/// <summary>What stands between the brackets of a slice.</summary>
internal sealed record SliceBounds(ExpressionSyntax? From, ExpressionSyntax? To, ExpressionSyntax? Step)
{
    public SliceSyntax Of(int start, int end, ExpressionSyntax target) => new(start, end, target, this);
}
