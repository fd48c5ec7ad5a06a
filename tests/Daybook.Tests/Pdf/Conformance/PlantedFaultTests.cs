using Daybook.Pdf.Conformance;
using Daybook.Pdf.Reading;

namespace Daybook.Tests.Pdf.Conformance;

/// <summary>Each fault planted in a good file is found by its condition and by no other.</summary>
public sealed class PlantedFaultTests
{
    private static readonly Dictionary<string, PlantedFault> AgainstAccessibility =
        AccessibilityFaults.All.Concat(AnnotationFaults.All).Concat(FontFaults.All).ToDictionary(fault => fault.Name);

    private static readonly Dictionary<string, PlantedFault> AgainstArchiving = ArchivingFaults.All.ToDictionary(fault => fault.Name);

    public static TheoryData<string> Accessibility => [.. AgainstAccessibility.Keys];

    public static TheoryData<string> Archiving => [.. AgainstArchiving.Keys];

    [Fact]
    public void The_good_file_has_no_fault() => ConformanceAssert.CleanArchive(GoodPdf.Create().Build());

    [Theory]
    [MemberData(nameof(Accessibility))]
    public void A_fault_against_accessibility_is_found_by_its_condition(string fault) => Check(AgainstAccessibility[fault], PdfProfile.Ua1);

    [Theory]
    [MemberData(nameof(Archiving))]
    public void A_fault_against_archiving_is_found_by_its_condition(string fault) => Check(AgainstArchiving[fault], PdfProfile.A2a);

    [Fact]
    public void Every_condition_of_the_Matterhorn_Protocol_is_proven_by_a_planted_fault() =>
        Assert.Equal([], PdfConformanceCheck.Conditions([PdfProfile.Ua1]).Select(condition => condition.Id)
            .Except(AgainstAccessibility.Values.SelectMany(fault => fault.Conditions))
            .Where(id => id.StartsWith("Matterhorn", StringComparison.Ordinal)));

    [Fact]
    public void Level_B_does_not_ask_for_what_only_level_A_asks()
    {
        var file = GoodPdf.Create();
        file.Replace("catalog", "/StructTreeRoot {tree}", "");
        file.Replace("font", "/ToUnicode {tounicode}", "");
        Assert.Empty(PdfConformanceCheck.Check(PdfFile.Open(file.Build()), PdfProfile.A2b).Findings);
    }

    [Fact]
    public void The_profiles_a_file_claims_are_read_from_its_metadata() =>
        Assert.Equal([PdfProfile.Ua1, PdfProfile.A2a], PdfConformanceCheck.Claimed(PdfFile.Open(GoodPdf.Create().Build())));

    private static void Check(PlantedFault fault, PdfProfile profile)
    {
        var file = GoodPdf.Create();
        fault.Plant(file);
        var report = PdfConformanceCheck.Check(PdfFile.Open(file.Build()), profile);
        var found = report.Findings.Select(finding => finding.Condition).Distinct().Order(StringComparer.Ordinal).ToArray();
        Assert.True(fault.Conditions.SequenceEqual(found), $"expected {string.Join(", ", fault.Conditions)}; found\n{ConformanceAssert.Text(report)}");
        Assert.All(report.Findings, finding => Assert.True(finding.Message.EndsWith('.') && finding.Advice.EndsWith('.'), finding.Message));
    }
}
