using Daybook.Jinja.Python;
using Daybook.Jinja.Syntax;

namespace Daybook.Jinja.Execution;

/// <summary>An operator and what stands to its right.</summary>
internal readonly record struct ComparisonOperand(ComparisonOperator Operator, Expression Operand)
{
    public bool Compare(object? left, object? right) => Operator switch
    {
        ComparisonOperator.Equal => PyCompare.AreEqual(left, right),
        ComparisonOperator.NotEqual => !PyCompare.AreEqual(left, right),
        ComparisonOperator.Less => PyCompare.Less(left, right),
        ComparisonOperator.LessOrEqual => PyCompare.LessOrEqual(left, right),
        ComparisonOperator.Greater => PyCompare.Greater(left, right),
        ComparisonOperator.GreaterOrEqual => PyCompare.GreaterOrEqual(left, right),
        ComparisonOperator.In => PyContainer.Contains(right, left),
        ComparisonOperator.NotIn => !PyContainer.Contains(right, left),
        _ => throw new InvalidOperationException($"unknown operator {Operator}"),
    };
}
