using Daybook.Pdf.Conformance.Examining;

namespace Daybook.Pdf.Conformance;

/// <summary>Something a standard asks of a file, and how to find where a file breaks it.</summary>
/// <param name="Advice">What to do where it is broken.</param>
internal sealed record Condition(string Id, string Title, string Advice, Func<Examination, IEnumerable<Fault>> Check)
{
    /// <summary>Whether a file that breaks it may still conform.</summary>
    public bool IsWarning { get; init; }
}
