namespace Daybook.Pdf.Conformance.Examining;

/// <summary>How text uses a code of a font.</summary>
internal sealed class CodeUse(int page)
{
    /// <summary>The first page it is on.</summary>
    public int Page => page;

    /// <summary>Whether it is ever shown visibly.</summary>
    public bool IsRendered { get; set; }

    /// <summary>Whether it is ever used where nothing replaces its text (ActualText).</summary>
    public bool IsRead { get; set; }

    /// <summary>Whether it is ever used in a formula.</summary>
    public bool IsInFormula { get; set; }
}
