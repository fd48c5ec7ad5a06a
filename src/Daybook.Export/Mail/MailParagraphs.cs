namespace Daybook.Export.Mail;

/// <summary>Plain text as paragraphs of lines.</summary>
internal static class MailParagraphs
{
    /// <param name="longest">Characters after which the text is cut.</param>
    public static IEnumerable<string[]> Of(string text, int longest)
    {
        var lines = new List<string>();
        var left = longest;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (left <= 0)
                break;
            var clean = MailContent.Line(line.TrimEnd(), left);
            left -= clean.Length + 1;
            if (clean.Length > 0)
            {
                lines.Add(clean);
            }
            else if (lines.Count > 0)
            {
                yield return [.. lines];
                lines.Clear();
            }
        }

        if (lines.Count > 0)
            yield return [.. lines];
    }
}
