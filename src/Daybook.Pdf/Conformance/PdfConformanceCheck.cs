using System.Collections.Immutable;
using System.Globalization;
using Daybook.Pdf.Conformance.Accessibility;
using Daybook.Pdf.Conformance.Archiving;
using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Reading;

namespace Daybook.Pdf.Conformance;

/// <summary>Holds files against PDF/UA-1, PDF/A-2 and PDF/A-3 as far as a machine can; what only people can judge is listed in <c>docs/reference/pdf-conformance.md</c>.</summary>
public static class PdfConformanceCheck
{
    /// <summary>Findings shown of one condition; a last one says how many more there are.</summary>
    private const int FindingsOfCondition = 50;

    /// <summary>The profiles that the metadata of a file claims; empty where it claims none that is known here.</summary>
    public static ImmutableArray<PdfProfile> Claimed(PdfFile file)
    {
        var metadata = new Examination(file).Metadata;
        var profiles = ImmutableArray.CreateBuilder<PdfProfile>();
        if (metadata?.Value(Xmp.PdfUa + "part") == "1")
            profiles.Add(PdfProfile.Ua1);
        var isLevelA = metadata?.Value(Xmp.PdfA + "conformance") == "A";
        if (metadata?.Value(Xmp.PdfA + "part") == "2")
            profiles.Add(isLevelA ? PdfProfile.A2a : PdfProfile.A2b);
        if (metadata?.Value(Xmp.PdfA + "part") == "3")
            profiles.Add(isLevelA ? PdfProfile.A3a : PdfProfile.A3b);
        return profiles.ToImmutable();
    }

    /// <exception cref="PdfReadException">The file turns out to be unreadable or too large.</exception>
    public static PdfConformanceReport Check(PdfFile file, params ReadOnlySpan<PdfProfile> profiles)
    {
        var conditions = Conditions(profiles);
        var examination = new Examination(file);
        var findings = ImmutableArray.CreateBuilder<PdfFinding>();
        foreach (var condition in conditions)
            findings.AddRange(Findings(condition, examination));
        return new PdfConformanceReport([.. profiles], conditions.Length, findings.ToImmutable());
    }

    internal static ImmutableArray<Condition> Conditions(ReadOnlySpan<PdfProfile> profiles)
    {
        var conditions = new List<Condition>();
        foreach (var profile in profiles)
        {
            conditions.AddRange(profile switch
            {
                PdfProfile.Ua1 => MatterhornProtocol.Conditions,
                PdfProfile.A2b => ArchivingRules.Of(2, "B"),
                PdfProfile.A2a => ArchivingRules.Of(2, "A"),
                PdfProfile.A3b => ArchivingRules.Of(3, "B"),
                PdfProfile.A3a => ArchivingRules.Of(3, "A"),
                _ => throw new ArgumentOutOfRangeException(nameof(profiles)),
            });
        }

        // Last, because what is found reading depends on how much of the file the others read.
        conditions.Add(ReadingCondition.Of);
        return [.. conditions.DistinctBy(condition => (condition.Id, condition.Title))];
    }

    private static IEnumerable<PdfFinding> Findings(Condition condition, Examination examination)
    {
        var count = 0;
        foreach (var fault in condition.Check(examination))
        {
            if (count++ < FindingsOfCondition)
                yield return Finding(condition, fault);
        }

        if (count > FindingsOfCondition)
            yield return Finding(condition, new Fault(string.Create(CultureInfo.InvariantCulture, $"{count - FindingsOfCondition} more findings of this kind are not shown.")));
    }

    private static PdfFinding Finding(Condition condition, Fault fault) => new(
        condition.Id, condition.Title, fault.Message, condition.Advice, condition.IsWarning, fault.Page, fault.ObjectNumber > 0 ? fault.ObjectNumber : null);
}
