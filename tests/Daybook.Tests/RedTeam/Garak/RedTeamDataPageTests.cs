using System.Reflection;
using System.Runtime.CompilerServices;
using Daybook.RedTeam;

namespace Daybook.Tests.RedTeam.Garak;

/// <summary>The reference page tells everything a dataset on garak logs can give.</summary>
public sealed class RedTeamDataPageTests
{
    private static readonly string Page = File.ReadAllText(PathOfPage());

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
    public void Every_note_and_refusal_is_on_the_page()
    {
        foreach (var code in Codes(typeof(GarakNoteCodes)))
            Assert.Contains($"\n| `{code}` |", Page, StringComparison.Ordinal);
        foreach (var code in Codes(typeof(LogRefusalCodes)))
            Assert.Contains($"`{code}`", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_is_on_the_page() =>
        Assert.All(GarakSettings.Keys, key => Assert.Contains($"`{key}`", Page, StringComparison.Ordinal));

    private static IEnumerable<string> Codes(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

    private static string PathOfPage([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "..", "docs", "reference", "red-team-data.md");
}
