using Daybook.Jinja;
using Daybook.Tests.Jinja.Python;

namespace Daybook.Tests.Jinja.Filters;

public sealed class FilterTests
{
    [Fact]
    public void Filters_tests_and_globals_give_what_Jinja2_gives()
    {
        var context = "{}";
        ExpectedTable.Check("filters.tsv", row =>
        {
            if (row[0] == "context")
            {
                context = row[1];
                return null;
            }

            var mode = row[0] == "True" ? AutoescapeMode.Html : AutoescapeMode.None;
            var options = new JinjaOptions { Undefined = UndefinedKind.Default }.UseAutoescape(mode);
            return new JinjaEnvironment(options).FromString($"{{{{ {row[1]} }}}}").Render((PyDict)PyLiteral.Parse(context)!);
        });
    }
}
