namespace Daybook.Jinja.Python;

/// <summary>How a float is laid out: Python's format codes e, f and g, and r for the shortest digits that read back.</summary>
/// <param name="Code">One of <c>e f g r</c>.</param>
/// <param name="Precision">Digits after the point; for g significant digits; without meaning for r.</param>
/// <param name="DotZero">Whether <c>.0</c> is added where there would be no point (as <c>repr</c> does).</param>
/// <param name="Alternate">The <c>#</c> flag: keep the point and, for g, trailing zeros.</param>
internal readonly record struct FloatStyle(char Code, int Precision = 0, bool DotZero = false, bool Alternate = false)
{
    public static FloatStyle Repr { get; } = new('r', DotZero: true);
}
