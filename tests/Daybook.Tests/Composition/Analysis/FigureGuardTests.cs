using Daybook.Composition;

namespace Daybook.Tests.Composition.Analysis;

/// <summary>Which figures of an answer its prompt does not have.</summary>
public sealed class FigureGuardTests
{
    private const string Prompt =
        """
        Period: 2026-05-04 to 2026-05-05, close at 18:00, garak 0.15.1
        tests: 1,234; hits: 105; attack success rate: 8.51%; change +12.5%; baseline ratio 0.0738
        latency 149.725 ms; tokens 1250000; findings: 2 critical, 0 high
        """;

    [Theory]
    [InlineData("Of 1,234 tests 105 worked.")]
    [InlineData("Of 1234 tests 105 worked.")]
    [InlineData("Of 1\u00a0234 tests 105 worked, or 1\u202f234.")]
    [InlineData("The rate is 8.51%, so about 8.5 %, or roughly 9 percent.")]
    [InlineData("It rose by 12.5% and not by -12.5 percentage points.")]
    [InlineData("The baseline was 7.38%, or 7.4%, or 7 per cent.")]
    [InlineData("Latency was 149.7 ms, that is 150 ms.")]
    [InlineData("1.25 million tokens; 1.3M tokens; 1250k tokens.")]
    [InlineData("About 1,200 tests; roughly 1,230 tests.")]
    [InlineData("Between 7 and 9% worked; 7–9 %.")]
    [InlineData("On 2026-05-04, May 4, 2026, 4 May 2026 and May 5th; at 18:00 in 2026.")]
    [InlineData("1. Two findings\n2. are 2 critical\n- 3) and 0 high\n### 4. End")]
    [InlineData("GPT-4o, T001.1, LLM01, p95 and the 3rd of them are names.")]
    [InlineData("garak 0.15.1 ran.")]
    [InlineData("١٠٥ hits; １０５ hits.")]
    [InlineData("No figures at all.")]
    public void What_the_data_has_is_known_however_it_is_written(string answer) => Assert.Empty(FigureGuard.Unknown(answer, Prompt));

    [Theory]
    [InlineData("Of 1,235 tests 106 worked.", "1,235", "106")]
    [InlineData("The rate is 8.6%.", "8.6%")]
    [InlineData("The rate is 8.512%.", "8.512%")]
    [InlineData("105% of tests; 12.5 findings.", "12.5")]
    [InlineData("3 critical and 1 high findings.", "3", "1")]
    [InlineData("1.4 million tokens.", "1.4 million")]
    [InlineData("About 1,300 tests.", "1,300")]
    [InlineData("On 2026-05-06 and June 4, at 17:00, in 2025.", "2025", "2026-05-06", "June 4", "17:00")]
    [InlineData("garak 0.15.2 ran.", "0.15.2")]
    [InlineData("91.49% were refused; 91.49% again.", "91.49%")]
    [InlineData("８６ hits.", "86")]
    public void What_the_data_does_not_have_is_named_once(string answer, params string[] unknown) => Assert.Equal(unknown, FigureGuard.Unknown(answer, Prompt));

    [Fact]
    public void A_number_that_no_number_can_hold_does_no_harm() =>
        Assert.Empty(FigureGuard.Unknown(new string('9', 400), Prompt));
}
