using Daybook.Composition;

namespace Daybook.Tests.Composition.Templates;

public sealed class FileNamePatternTests
{
    private static string Render(string pattern, string value = "Close, daily")
    {
        var parsed = FileNamePattern.Parse(pattern, out var problem);
        Assert.Null(problem);
        return parsed!.Render(FileNamePattern.Names.ToDictionary(name => name, string? (name) => name == "date" ? "20260504" : name == "shift" ? null : value));
    }

    [Theory]
    [InlineData("{template_name}_{date}", "Close_daily_20260504")]
    [InlineData("COB {date}", "COB 20260504")]
    [InlineData("{date}_{shift}", "20260504")]
    [InlineData("{date}_{shift}_{version}", "20260504_Close_daily")]
    [InlineData("{shift}", "report")]
    public void Names_are_filled_in(string pattern, string expected) => Assert.Equal(expected, Render(pattern));

    [Theory]
    [InlineData("../../etc/passwd\0\r\n", "etc_passwd")]
    [InlineData("con", "_con")]
    [InlineData("...", "report")]
    [InlineData("夜勤 🌙", "夜勤")]
    public void A_value_leads_nowhere_else(string value, string expected) => Assert.Equal(expected, Render("{operator}", value));

    [Fact]
    public void A_name_stays_short() => Assert.InRange(Render(string.Concat(Enumerable.Repeat("{operator}-", 9)), new string('x', 500)).Length, 100, 180);

    [Theory]
    [InlineData("a/b", "'/'")]
    [InlineData("a\\b", "'\\'")]
    [InlineData("{date", "'{'")]
    [InlineData("{dat}", "did you mean 'date'?")]
    [InlineData("a\tb", "cannot be seen")]
    [InlineData("a\u202eb", "cannot be seen")]
    [InlineData(".hidden", "dot")]
    [InlineData("NUL", "device")]
    [InlineData("com1.txt", "device")]
    public void A_pattern_that_could_not_name_a_file_is_refused(string pattern, string why)
    {
        Assert.Null(FileNamePattern.Parse(pattern, out var problem));
        Assert.Contains(why, problem, StringComparison.Ordinal);
    }
}
