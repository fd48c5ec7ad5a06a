using System.Reflection;
using System.Runtime.CompilerServices;
using Daybook.RedTeam;

namespace Daybook.Tests.RedTeam.Garak;

/// <summary>The reference page tells everything a dataset on garak logs can give.</summary>
public sealed class RedTeamDataPageTests
{
    private static readonly string Page = Read("red-team-data.md");

    [Fact]
    public void Every_view_and_column_is_on_the_page()
    {
        foreach (var view in GarakView.All)
        {
            var row = Assert.Single(Page.Split('\n'), line => line.StartsWith($"| `{view.Name}` |", StringComparison.Ordinal));
            foreach (var column in view.Columns.Except(RateColumns.Columns))
                Assert.Contains($"`{column.Name}`", row, StringComparison.Ordinal);
        }

        Assert.All(RateColumns.Columns, column => Assert.Contains($"`{column.Name}`", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_note_is_on_the_page_and_every_refusal_on_that_of_errors()
    {
        var (errors, cob) = (Read("errors.md"), Read("cob-data.md"));
        Assert.All(Codes(typeof(GarakNoteCodes)), code => Assert.Contains($"\n| `{code}` |", Page, StringComparison.Ordinal));
        Assert.All(Codes(typeof(QualityCodes)), code => Assert.Contains($"\n- `{code}`: ", cob, StringComparison.Ordinal));
        Assert.All(Codes(typeof(LogRefusalCodes)), code => Assert.Contains($"\n| `{code}` |", errors, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_setting_is_on_the_page() =>
        Assert.All(GarakSettings.Keys, key => Assert.Contains($"`{key}`", Page, StringComparison.Ordinal));

    private static IEnumerable<string> Codes(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

    private static string Read(string page, [CallerFilePath] string file = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "..", "docs", "reference", page));
}
