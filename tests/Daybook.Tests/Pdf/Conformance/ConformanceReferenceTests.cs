using System.Text;
using Daybook.Pdf.Conformance;

namespace Daybook.Tests.Pdf.Conformance;

/// <summary><c>docs/reference/pdf-conformance.md</c> lists what is checked, and what is not and why.</summary>
public sealed class ConformanceReferenceTests
{
    private const string Head = """
        # What `daybook pdf check` checks

        The checker reads PDF files of any origin and holds them against PDF/UA-1 (ISO 14289-1), PDF/A-2 and PDF/A-3 (ISO 19005-2 and 19005-3) as far as
        a machine can. Every PDF that Daybook makes passes it in the tests. What conforms for a machine can still be unreadable for a person:
        whether an alternative text says what the figure shows, only people can tell.

        - **Findings** name the condition, page, object, what is wrong and what to do. A file with findings does not conform.
        - **Warnings** tell what is advised but not required, and what could not be checked: nothing unchecked passes for checked.
        - Damage that the reader gets over (a wrong cross-reference table, a broken stream) is a finding too (`ISO 32000-1 7`).

        Limits: predefined CMaps of Chinese, Japanese and Korean fonts other than Identity are not held, so which glyphs such a font uses is not
        checked (a warning says so); the inside of JPEG 2000 images and of digital signatures is not checked; colour profiles are checked by
        their header; glyph names of expert fonts (CFF standard strings 229 to 390) are not known. Widths may differ by one thousandth of the em.

        ## PDF/UA-1: the Matterhorn Protocol 1.1

        The failure conditions are those of the [Matterhorn Protocol 1.1](https://pdfa.org/resource/the-matterhorn-protocol/) of the PDF Association
        (CC BY 4.0), in our words.

        | condition | fails if | checked |
        |---|---|---|

        """;

    [Fact]
    public void The_reference_page_lists_every_condition()
    {
        var accessibility = PdfConformanceCheck.Conditions([PdfProfile.Ua1]);
        var isChecked = accessibility.Select(condition => condition.Id).ToHashSet(StringComparer.Ordinal);
        var page = new StringBuilder(Head);
        foreach (var condition in MatterhornCatalog.All)
            page.Append($"| {condition.Id} | {condition.Fails} | {Verdict(condition, isChecked.Contains("Matterhorn " + condition.Id))} |\n");
        page.Append($"\n{MatterhornCatalog.All.Count(condition => isChecked.Contains("Matterhorn " + condition.Id))} of the " +
            $"{MatterhornCatalog.All.Count(condition => condition.How == "M")} conditions that a machine can check are checked.\n\n");
        page.Append("Beyond the protocol, what it takes for granted or other parts of the standards ask:\n\n");
        Append(page, accessibility.Where(condition => !condition.Id.StartsWith("Matterhorn", StringComparison.Ordinal)));
        page.Append("\n## PDF/A-2a\n\nLevel B leaves out 6.2.11.7.2, 6.2.11.7.3 and 6.7.\n\n");
        Append(page, PdfConformanceCheck.Conditions([PdfProfile.A2a]));
        page.Append("\n## PDF/A-3a\n\nAs PDF/A-2a, under the same clauses of ISO 19005-3, but for embedded files:\n\n");
        Append(page, PdfConformanceCheck.Conditions([PdfProfile.A3a]).Where(condition => condition.Id.EndsWith(" 6.8", StringComparison.Ordinal)));
        Golden.Matches(page.ToString(), "../../../../../docs/reference/pdf-conformance.md");
    }

    private static string Verdict(MatterhornCondition condition, bool isChecked) => (condition.How, isChecked) switch
    {
        ("M", true) => "yes",
        ("H", false) => "no: it takes a person",
        ("–", false) => "no: the protocol defines no test",
        _ => throw new InvalidOperationException($"{condition.Id} is {condition.How} but {(isChecked ? "" : "not ")}checked."),
    };

    private static void Append(StringBuilder page, IEnumerable<Condition> conditions)
    {
        page.Append("| condition | asks that | |\n|---|---|---|\n");
        foreach (var condition in conditions)
            page.Append($"| {condition.Id} | {condition.Title} | {(condition.IsWarning ? "warning" : "")} |\n");
    }
}
