namespace Daybook.Export.Pdf;

/// <summary>Where a text may be divided between two pages: at least two lines stay together on either side.</summary>
internal static class LineSplit
{
    private const int Together = 2;

    /// <summary>The fewest lines that may stand at the foot of a page.</summary>
    public static int Least(int lines) => lines < 2 * Together ? lines : Together;

    /// <summary>How many lines stand on the first page; 0 where the text should begin the next one instead.</summary>
    /// <param name="fitting">Lines that there is room for.</param>
    /// <param name="force">True where a new page gives no more room: then as many stand here as fit.</param>
    public static int At(int lines, int fitting, bool force)
    {
        if (fitting >= lines)
            return 0;
        var first = Math.Min(fitting, lines - Together);
        return first >= Together ? first : force ? Math.Max(fitting, 0) : 0;
    }
}
