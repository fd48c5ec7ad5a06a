namespace Daybook.Jinja.Python;

/// <summary>One parsed <c>%</c> conversion.</summary>
internal readonly record struct PercentSpec(PercentFlags Flags, int Width, int? Precision, char Code)
{
    public bool Has(PercentFlags flag) => (Flags & flag) != 0;
}
