using OxyPlot;

namespace Daybook.Export.Charts;

/// <summary>How text in charts is set, and how it is made to fit.</summary>
internal static class ChartText
{
    /// <summary>The theme's sans face, whatever it is called where the chart is drawn.</summary>
    public const string Family = "sans";

    public const double Size = 12.5;

    public const double LineHeight = 1.25;

    public const double Regular = 400;

    public const double Bold = 600;

    private const string Ellipsis = "…";

    public static double Width(this IRenderContext context, string text, double size = Size, double weight = Regular) =>
        context.MeasureText(text, Family, size, weight).Width;

    /// <summary>The text cut to a width, with an ellipsis where something is missing.</summary>
    public static string Cut(IRenderContext context, string text, double width, double size = Size)
    {
        if (context.Width(text, size) <= width)
            return text;
        var keep = 0;
        for (int step = text.Length; step > 0; step /= 2)
        {
            while (keep + step < text.Length && context.Width(text[..(keep + step)].TrimEnd() + Ellipsis, size) <= width)
                keep += step;
        }

        if (keep > 0 && char.IsHighSurrogate(text[keep - 1]))
            keep--;
        return text[..keep].TrimEnd() + Ellipsis;
    }

    /// <summary>The text in at most so many lines, broken at spaces, behind <c>- _ / . :</c> and inside camelCase; what does not fit is cut.</summary>
    public static string Wrap(IRenderContext context, string text, double width, int maximumLines, double size = Size)
    {
        if (context.Width(text, size) <= width)
            return text;
        var lines = new List<string>();
        var rest = text.AsSpan().Trim();
        while (rest.Length > 0 && lines.Count < maximumLines - 1)
        {
            var length = FirstLine(context, rest, width, size);
            if (length == 0)
                break;
            lines.Add(rest[..length].TrimEnd().ToString());
            rest = rest[length..].TrimStart();
        }

        if (rest.Length > 0)
            lines.Add(Cut(context, rest.ToString(), width, size));
        return string.Join('\n', lines);
    }

    /// <summary>Characters that fit on a line up to a good place to break, if possible not inside a word; 0 when there is none.</summary>
    private static int FirstLine(IRenderContext context, ReadOnlySpan<char> text, double width, double size)
    {
        var (between, inside) = (0, 0);
        for (var i = 1; i <= text.Length; i++)
        {
            var isBetween = i == text.Length || text[i] == ' ' || text[i - 1] is '-' or '_' or '/' or '.' or ':';
            if (!isBetween && !(char.IsAsciiLetterLower(text[i - 1]) && char.IsAsciiLetterUpper(text[i])))
                continue;
            if (context.Width(text[..i].ToString(), size) > width)
                break;
            if (isBetween)
                between = i;
            else
                inside = i;
        }

        return between > 0 ? between : inside;
    }
}
