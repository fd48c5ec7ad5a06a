using System.Reflection;
using Daybook.Commands;
using Daybook.Composition;
using Daybook.Delivery.Bursting;
using Daybook.Export;
using Daybook.RedTeam;
using Daybook.Tests.Documents;
using Daybook.Tests.Export.Pdf;

namespace Daybook.Tests.Commands;

/// <summary>The page of errors holds every code there is, each with a message that the program really gives.</summary>
public sealed class ErrorPageTests
{
    public static TheoryData<string> Codes => [.. Of(typeof(SourceCodes)), .. Of(typeof(SectionCodes)), .. Of(typeof(LogRefusalCodes)), .. Of(typeof(CommandCodes)),
        .. Of(typeof(ExportNoteCodes))];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Every_code_has_a_row_with_a_message_that_it_really_has(string code)
    {
        Assert.True(ErrorPage.Messages.TryGetValue(code, out var example), $"docs/reference/errors.md has no row for {code}");
        if (code == ExportNoteCodes.TitleCut)
        {
            // Names of templates are shorter; titles from elsewhere need not be.
            Assert.Contains(PdfSample.MakeWithNotes(PdfSample.Of() with { Metadata = SampleDocuments.Metadata with { Title = new string('T', 10_000) } }).Notes, note => note.Message == example);
            return;
        }

        if (RareSourceErrors.All.TryGetValue(code, out var rare))
        {
            var message = await rare();
            Assert.True(example == message, $"{example}\n{message}");
            return;
        }

        var input = SectionErrors.All.GetValueOrDefault(code) ?? ExportErrors.All.GetValueOrDefault(code) ?? SourceErrors.All.GetValueOrDefault(code) ?? LogErrors.All[code];
        var (talk, report) = await input.RenderAsync();
        Assert.True(
            talk.Contains($" {example} [{code}]\n", StringComparison.Ordinal) || code == SourceCodes.OmittedRows && report.Contains(example, StringComparison.Ordinal),
            $"{example} [{code}]\n{talk}\n{report}");
    }

    [Fact]
    public void Every_code_of_bursts_has_a_row() => Assert.All(Of(typeof(BurstCodes)).Append(SplitException.Refused), code => Assert.Contains(code, ErrorPage.Messages.Keys));

    private static IEnumerable<string> Of(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
}
