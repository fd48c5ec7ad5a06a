namespace Daybook.Pdf.Conformance;

/// <summary>Damage that the reader got over is a finding: what was lost by it cannot be checked.</summary>
internal static class ReadingCondition
{
    public static readonly Condition Of = new(
        "ISO 32000-1 7", "The file can be read without repair", "Make the file again; something damaged it after it was written, or its writer has a defect.",
        examination => examination.File.Problems.Select(problem => new Fault(problem.Message, null, problem.ObjectNumber)));
}
