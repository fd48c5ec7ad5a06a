using Daybook.Documents;

namespace Daybook.Tests.Documents;

public sealed class DocumentLocaleTests
{
    private static readonly DateOnly Date = new(2026, 3, 4);

    /// <summary>As the Unicode CLDR writes them; the space is one that does not break.</summary>
    [Theory]
    [InlineData("en-US", "-1,234.50", "12,345,678.5", "03/04/2026", "03/04")]
    [InlineData("en-GB", "-1,234.50", "12,345,678.5", "04/03/2026", "04/03")]
    [InlineData("en-CA", "-1,234.50", "12,345,678.5", "2026-03-04", "03-04")]
    [InlineData("en-IN", "-1,234.50", "1,23,45,678.5", "04/03/2026", "04/03")]
    [InlineData("de", "-1.234,50", "12.345.678,5", "04.03.2026", "04.03.")]
    [InlineData("de-AT", "-1 234,50", "12 345 678,5", "04.03.2026", "04.03.")]
    [InlineData("de-CH", "-1’234.50", "12’345’678.5", "04.03.2026", "04.03.")]
    [InlineData("fr", "-1_234,50", "12_345_678,5", "04/03/2026", "04/03")]
    [InlineData("es", "-1234,50", "12.345.678,5", "04/03/2026", "04/03")]
    [InlineData("it", "-1234,50", "12.345.678,5", "04/03/2026", "04/03")]
    [InlineData("nl", "-1.234,50", "12.345.678,5", "04-03-2026", "04-03")]
    [InlineData("pt-BR", "-1.234,50", "12.345.678,5", "04/03/2026", "04/03")]
    [InlineData("pl", "-1234,50", "12 345 678,5", "04.03.2026", "04.03.")]
    [InlineData("sv", "-1 234,50", "12 345 678,5", "2026-03-04", "03-04")]
    [InlineData("hr", "-1.234,50", "12.345.678,5", "04. 03. 2026.", "04. 03.")]
    [InlineData("ja", "-1,234.50", "12,345,678.5", "2026/03/04", "03/04")]
    [InlineData("zh", "-1,234.50", "12,345,678.5", "2026/03/04", "03/04")]
    [InlineData("ko", "-1,234.50", "12,345,678.5", "2026. 03. 04.", "03. 04.")]
    public void Numbers_and_dates_are_written_as_in_the_locale(string tag, string small, string large, string date, string dayAndMonth)
    {
        var locale = DocumentLocale.Find(tag)!;
        Assert.Equal((Spaced(small), Spaced(large)), (locale.Number("-1,234.50"), locale.Number("12,345,678.5")));
        Assert.Equal((date, Trimmed(dayAndMonth)), (locale.Date(Date), Trimmed(locale.DayAndMonth(Date))));

        static string Spaced(string text) => text.Replace(' ', '\u00A0').Replace('_', '\u202F');
        static string Trimmed(string text) => text.TrimEnd('.');
    }

    [Theory]
    [InlineData("3.4M", "3,4M")]
    [InlineData("+12.5%", "+12,5%")]
    [InlineData("2 min 3 s", "2 min 3 s")]
    [InlineData("1234.5", "1234,5")]
    [InlineData("not measured", "not measured")]
    [InlineData("N/A", "N/A")]
    public void What_stands_beside_a_number_stays(string neutral, string german) => Assert.Equal(german, DocumentLocale.Find("de")!.Number(neutral));

    [Fact]
    public void Tags_are_found_in_any_case_and_others_not_at_all()
    {
        Assert.Equal("de-CH", DocumentLocale.Find("DE-ch")!.Tag);
        Assert.Null(DocumentLocale.Find("de-XX"));
        Assert.Null(DocumentLocale.Find(null));
        Assert.Equal(DocumentLocale.Tags.Length, DocumentLocale.Tags.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}
