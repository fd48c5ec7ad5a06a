using Daybook.Documents;
using Daybook.Export;
using Daybook.Pdf.Conformance;
using Daybook.Tests.Documents;
using Daybook.Tests.Pdf;

namespace Daybook.Tests.Export.Pdf;

public sealed class PdfConformanceTests
{
    public static TheoryData<string> Documents => ["every node", "kitchen sink", "paper sink", "red team", "nothing"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_document_is_accessible_as_far_as_a_machine_can_check(string name) => ConformanceAssert.Clean(PdfSample.Make(DocumentOf(name)));

    [Theory]
    [InlineData("kitchen sink")]
    [InlineData("red team")]
    public void A_document_for_archives_keeps_both_standards(string name) =>
        ConformanceAssert.CleanArchive(PdfSample.Make(DocumentOf(name), new PdfExportOptions { PdfA = true, Watermark = "DRAFT" }));

    [Fact]
    public void Archives_with_data_inside_keep_the_part_of_the_standard_that_allows_it() =>
        ConformanceAssert.Clean(PdfSample.Make(RedTeamReport.Document, new PdfExportOptions { PdfA = true, AttachData = true }), null, PdfProfile.Ua1);

    [Fact]
    public void A_protected_document_is_accessible() =>
        ConformanceAssert.Clean(PdfSample.Make(RedTeamReport.Document, new PdfExportOptions { Password = "secret", Rights = PdfRights.Print }), "secret");

    private static ReportDocument DocumentOf(string name) => name switch
    {
        "every node" => SampleDocuments.EveryNode,
        "kitchen sink" => KitchenSink.Document,
        "paper sink" => PaperSink.Document,
        "red team" => RedTeamReport.Document,
        _ => new ReportDocument(SampleDocuments.Metadata, []),
    };
}
