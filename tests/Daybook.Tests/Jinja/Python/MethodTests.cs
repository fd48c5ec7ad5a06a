using Daybook.Jinja;
using Daybook.Jinja.Python;

namespace Daybook.Tests.Jinja.Python;

public sealed class MethodTests
{
    [Fact]
    public void Methods_give_what_Python_gives_and_change_what_Python_changes() => ExpectedTable.Check("methods.tsv", row =>
    {
        var self = PyLiteral.Parse(row[0]);
        try
        {
            return Call(self, row[1], (PyTuple)PyLiteral.Parse(row[2])!, (PyDict)PyLiteral.Parse(row[3])!);
        }
        finally
        {
            Assert.Equal(row[4].Length == 0 ? row[0] : row[4], PyText.Repr(self));
        }
    });

    private static object? Call(object? self, string name, PyTuple positional, PyDict named)
    {
        Assert.True(PyMethods.TryGet(self, name, out var body), $"no method {name}");
        var arguments = new Arguments([.. positional.Items], [.. named.Keys.Cast<string>()], [.. named.Values]);
        return body(Rendering.State(), self, arguments);
    }
}
