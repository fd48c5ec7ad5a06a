using Daybook.Jinja.Python;

namespace Daybook.Tests.Jinja.Python;

public sealed class OperatorTests
{
    [Fact]
    public void Operators_give_what_Python_gives() => ExpectedTable.Check("operators.tsv", row =>
    {
        var left = PyLiteral.Parse(row[0]);
        var right = PyLiteral.Parse(row[2]);
        return row[1] switch
        {
            "+" => PyNumbers.Add(left, right),
            "-" => PyNumbers.Subtract(left, right),
            "*" => PyNumbers.Multiply(left, right),
            "/" => PyNumbers.TrueDivide(left, right),
            "//" => PyNumbers.FloorDivide(left, right),
            "%" => PyNumbers.Modulo(left, right),
            "**" => PyNumbers.Power(left, right),
            "==" => PyCompare.AreEqual(left, right),
            "<" => PyCompare.Less(left, right),
            "<=" => PyCompare.LessOrEqual(left, right),
            ">" => PyCompare.Greater(left, right),
            ">=" => PyCompare.GreaterOrEqual(left, right),
            "in" => PyContainer.Contains(right, left),
            "[]" => PyContainer.GetItem(left, right),
            _ => throw new ArgumentException(row[1]),
        };
    });

    [Fact]
    public void Unary_operators_and_functions_give_what_Python_gives() => ExpectedTable.Check("unary.tsv", row =>
    {
        var value = PyLiteral.Parse(row[1]);
        return row[0] switch
        {
            "-" => PyNumbers.Negate(value),
            "+" => PyNumbers.Positive(value),
            "abs" => PyNumbers.Absolute(value),
            "len" => PyBox.Of(PyContainer.Length(value)),
            "str" => PyText.Str(value),
            "repr" => PyText.Repr(value),
            "bool" => PyTruth.IsTrue(value),
            "list" => new Daybook.Jinja.PyList(PyContainer.ToList(value)),
            _ => throw new ArgumentException(row[0]),
        };
    });

    [Fact]
    public void Slices_give_what_Python_gives() => ExpectedTable.Check("slices.tsv", row =>
        PyContainer.Slice(PyLiteral.Parse(row[0]), PyLiteral.Parse(row[1]), PyLiteral.Parse(row[2]), PyLiteral.Parse(row[3])));
}
