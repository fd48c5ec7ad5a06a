using System.Text.RegularExpressions;

namespace Daybook.Composition;

/// <summary>A regular expression that the whole of a text must match, run by an engine whose time grows only with the length of the text.</summary>
public sealed class ParameterPattern
{
    private readonly Regex whole;

    /// <exception cref="RegexParseException">The text is not a regular expression.</exception>
    /// <exception cref="NotSupportedException">The expression looks around or back, which the linear engine cannot.</exception>
    public ParameterPattern(string text)
    {
        const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
        Text = text;
        _ = new Regex(text, Options);
        whole = new Regex($@"\A(?:{text})\z", Options);
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    public bool Matches(string value) => whole.IsMatch(value);

    public override string ToString() => Text;
}
