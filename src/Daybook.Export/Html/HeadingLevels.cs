namespace Daybook.Export;

/// <summary>
/// Places the headings of one section below its title without a gap, whatever levels their author chose: a text that starts with
/// <c>###</c> and goes on with <c>####</c> gives the two levels right below the section.
/// </summary>
/// <param name="sectionLevel">The HTML level of the section's title: 2 for sections of the report.</param>
internal sealed class HeadingLevels(int sectionLevel)
{
    private const int Deepest = 6;

    private readonly Stack<int> _open = new();

    public int SectionLevel => Math.Min(sectionLevel, Deepest);

    public HeadingLevels Nested() => new(sectionLevel + 1);

    /// <summary>The HTML level of the next heading, which its author wrote as level <paramref name="written"/>.</summary>
    public int Place(int written)
    {
        while (_open.Count > 0 && _open.Peek() >= written)
            _open.Pop();
        _open.Push(written);
        return Math.Min(sectionLevel + _open.Count, Deepest);
    }
}
