using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Daybook.Composition;

/// <summary>What the files of a report are called, such as <c>{template_name}_{date}</c>; the format gives the ending.</summary>
public sealed partial class FileNamePattern
{
    /// <summary>Names a pattern may hold.</summary>
    public static readonly ImmutableArray<string> Names = ["date", "time", "template_name", "template_id", "version", "shift", "operator", "zone", "scanner_type"];

    private const int LongestPart = 80;
    private const int LongestName = 180;
    private const string Forbidden = "/\\:*?\"<>|{}";

    private FileNamePattern(string text) => Text = text;

    /// <summary>As the template has it.</summary>
    public string Text { get; }

    /// <param name="problem">What is wrong with it; null when nothing is.</param>
    public static FileNamePattern? Parse(string text, out string? problem)
    {
        problem = Problem(text);
        return problem is null ? new FileNamePattern(text) : null;
    }

    /// <summary>The name without an ending. Values become letters, digits and <c>_</c>, so that none can lead elsewhere.</summary>
    public string Render(IReadOnlyDictionary<string, string?> values)
    {
        var name = Placeholder().Replace(Text, match => Safe(values[match.Groups[1].Value] ?? "")).Trim(' ', '.', '_', '-');
        name = RepeatedSeparator().Replace(name, "$1");
        if (name.Length > LongestName)
            name = name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)];
        return name.Length == 0 ? "report" : Reserved().IsMatch(name) ? "_" + name : name;
    }

    /// <summary>Letters and digits stay; everything else, which a file system or a mail header might read as more than text, becomes one underscore.</summary>
    public static string Safe(string text)
    {
        var safe = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                safe.Append(rune.ToString());
            else if (safe.Length > 0 && safe[^1] != '_')
                safe.Append('_');
            if (safe.Length >= LongestPart)
                break;
        }

        return safe.ToString().TrimEnd('_');
    }

    private static string? Problem(string text)
    {
        foreach (Match match in Placeholder().Matches(text))
        {
            if (!Names.Contains(match.Groups[1].Value))
                return $"it names '{{{match.Groups[1].Value}}}'{NearMatch.Question(match.Groups[1].Value, Names)}";
        }

        var rest = Placeholder().Replace(text, "");
        if (rest.FirstOrDefault(c => Forbidden.Contains(c, StringComparison.Ordinal)) is var bad and not '\0')
            return $"it holds '{bad}', which no file name may";
        if (rest.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
            return "it holds a character that cannot be seen";
        if (text.StartsWith('.'))
            return "it begins with a dot, which hides the file";
        return Reserved().IsMatch(text) ? $"'{text}' is the name of a device on Windows" : null;
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("([_-])[_-]+")]
    private static partial Regex RepeatedSeparator();

    [GeneratedRegex(@"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reserved();
}
