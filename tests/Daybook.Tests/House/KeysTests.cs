using System.Text.RegularExpressions;

namespace Daybook.Tests.House;

/// <summary>Columns of type <c>char(64)</c> are asked for in that type: beside a text PostgreSQL converts each row of the table instead of using the index.</summary>
public sealed partial class KeysTests
{
    [Fact]
    public void No_statement_compares_a_key_of_fixed_length_with_a_text()
    {
        var files = Directory.GetFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories);
        Assert.Empty(files.SelectMany(file => Comparison().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}")));
    }

    [Theory]
    [InlineData("select data from contents where sha256 = @sha256")]
    [InlineData("where d.delivery_key = @key")]
    [InlineData("and options_sha256 = @OptionsSha256")]
    public void Such_a_comparison_is_found(string statement) => Assert.Matches(Comparison(), statement);

    [GeneratedRegex(@"\b(?:where|and|or|on)\s+[\w.]*(?:sha256|distribution_key|delivery_key)\s*=\s*@\w+")]
    private static partial Regex Comparison();
}
