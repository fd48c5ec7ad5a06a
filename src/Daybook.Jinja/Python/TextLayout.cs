namespace Daybook.Jinja.Python;

/// <summary>Pads text to a width counted in code points.</summary>
internal static class TextLayout
{
    public static string Pad(string text, PyFormatSpec spec, char defaultAlign, PyLimits limits)
        => Pad(text, spec.Width, spec.Fill, spec.Align ?? defaultAlign, limits);

    /// <param name="text">What is padded.</param>
    /// <param name="width">In code points.</param>
    /// <param name="fill">One code point.</param>
    /// <param name="align"><c>&lt;</c> puts the padding after the text, <c>^</c> around it, anything else before it.</param>
    /// <param name="limits">What the text may grow to.</param>
    public static string Pad(string text, int width, string fill, char align, PyLimits limits)
    {
        var padding = Math.Max(0, width - CodePoints.Count(text));
        if (padding == 0)
            return text;
        var left = align switch
        {
            '<' => 0,
            '^' => padding / 2,
            _ => padding,
        };
        return Fill(fill, left, limits) + text + Fill(fill, padding - left, limits);
    }

    /// <summary>A fill repeated.</summary>
    public static string Fill(string fill, int count, PyLimits limits) => PySequence.Repeat(fill, count, limits);
}
