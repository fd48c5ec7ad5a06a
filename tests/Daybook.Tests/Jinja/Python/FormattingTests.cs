using Daybook.Jinja;
using Daybook.Jinja.Python;

namespace Daybook.Tests.Jinja.Python;

public sealed class FormattingTests
{
    [Fact]
    public void Percent_formats_give_what_Python_gives() => ExpectedTable.Check("percent.tsv", row =>
        PyNumbers.Modulo(PyLiteral.Parse(row[0]), PyLiteral.Parse(row[1])));

    [Fact]
    public void Format_specifications_give_what_Python_gives() => ExpectedTable.Check("format.tsv", row =>
        PyFormat.Format(PyLiteral.Parse(row[0]), (string)PyLiteral.Parse(row[1])!));

    [Fact]
    public void Str_format_gives_what_the_sandbox_of_Jinja_gives() => ExpectedTable.Check("strformat.tsv", row =>
    {
        var positional = (PyTuple)PyLiteral.Parse(row[1])!;
        var named = PyLiteral.Parse(row[2]);
        var isMarkup = row[3] == "True";
        var text = new PyStringFormatter(
            Rendering.State(), positional.Items, name => PyContainer.GetItem(named, name), isMarkup ? Escaper.Html : null)
            .Format((string)PyLiteral.Parse(row[0])!);
        return isMarkup ? new Markup(text) : text;
    });
}
