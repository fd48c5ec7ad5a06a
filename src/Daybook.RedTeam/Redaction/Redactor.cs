namespace Daybook.RedTeam;

/// <summary>Takes secrets and personal data out of evidence before it is shown, and counts what it took.</summary>
internal sealed class Redactor
{
    /// <summary>Of a text that is cut, this much is looked at: what is shown is far shorter.</summary>
    private const int Window = 20_000;

    public long Redactions { get; private set; }

    public string Redact(string text)
    {
        foreach (var rule in RedactionRule.Standard)
        {
            text = rule.Expression.Replace(text, match =>
            {
                Redactions++;
                return $"{match.Groups["keep"].Value}[{rule.Label}]";
            });
        }

        return text;
    }

    /// <param name="length">Longest result in characters, the ellipsis included.</param>
    public string Redact(string text, int length) => text.Length > Window
        ? Cut(Redact(text[..Window]), length, continues: true)
        : Cut(Redact(text), length, continues: false);

    private static string Cut(string text, int length, bool continues)
    {
        if (text.Length <= length && !continues)
            return text;

        var end = Math.Min(text.Length, length - 1);
        if (end > 0 && char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end] + "…";
    }
}
