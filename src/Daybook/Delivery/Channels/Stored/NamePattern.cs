using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Daybook.Delivery.Channels.Stored;

/// <summary>What files are called in a store: names between slashes, with placeholders. Nothing that comes from data can leave the place it is put in.</summary>
internal sealed partial class NamePattern
{
    /// <summary>The same delivery always writes the same files, and no two deliveries the same.</summary>
    public const string Default = "{date}/{key}/{file}";

    /// <summary>What file systems and object stores take, in bytes of UTF-8.</summary>
    private const int LongestName = 255;

    /// <summary>Enough of the key to tell deliveries apart.</summary>
    private const int KeyLength = 16;

    private static readonly ImmutableArray<string> Placeholders = ["date", "year", "month", "day", "title", "event", "key", "file"];

    private readonly string _pattern;

    private NamePattern(string pattern) => _pattern = pattern;

    /// <summary>Reads a setting; what is wrong is noted.</summary>
    public static NamePattern? Read(ChannelSettings settings, string setting, string pattern)
    {
        if (Problem(pattern) is not { } problem)
            return new NamePattern(pattern);
        settings.Refuse(setting, problem);
        return null;
    }

    /// <returns>The end of a sentence; null for a good pattern.</returns>
    public static string? Problem(string pattern)
    {
        if (Placeholder().Matches(pattern).Select(match => match.Groups[1].Value).FirstOrDefault(name => !Placeholders.Contains(name)) is { } unknown)
            return $"has the placeholder {{{unknown}}}; there are {string.Join(", ", Placeholders.Select(name => $"{{{name}}}"))}";
        if (!pattern.Contains("{file}", StringComparison.Ordinal))
            return "needs {file}, so that several files of one message differ";
        return PathProblem(Placeholder().Replace(pattern, "x")) is { } problem ? "is no relative path: it " + problem : null;
    }

    /// <returns>What is wrong with a relative path as the end of a sentence; null for a good one.</returns>
    public static string? PathProblem(string path) =>
        path.Any(c => char.IsControl(c) || c == '\\') ? "holds control characters or a backslash"
        : path.Split('/').Any(name => name.Length == 0) ? "begins or ends with a slash, or has two together"
        : path.Split('/').Any(name => name is "." or "..") ? "holds “.” or “..”"
        : null;

    /// <returns>Names between slashes; none is empty, begins with a dot or is longer than stores take.</returns>
    public string Of(DeliveryMessage message, string file) => string.Join('/', _pattern.Split('/').Select(part =>
        Safe(Placeholder().Replace(part, match => Value(match.Groups[1].Value, message, file)))));

    /// <summary>One name: without separators, control characters and what Windows forbids, not hidden, and not too long.</summary>
    public static string Safe(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormC))
            clean.Append(char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Surrogate && !char.IsSurrogate(c) || "/\\:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c);
        var text = clean.ToString().Trim().TrimEnd('.', ' ');
        if (text.Length == 0 || text[0] == '.')
            text = "_" + text;
        return Encoding.UTF8.GetByteCount(text) <= LongestName ? text : Shorten(text);
    }

    private static string Shorten(string text)
    {
        var extension = Path.GetExtension(text);
        var kept = new StringBuilder();
        var room = LongestName - Encoding.UTF8.GetByteCount(extension);
        foreach (var rune in Path.GetFileNameWithoutExtension(text).EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0)
                break;
            kept.Append(rune.ToString());
        }

        return kept.Append(extension).ToString();
    }

    private static string Value(string placeholder, DeliveryMessage message, string file)
    {
        var date = message.Report.BusinessDate;
        return placeholder switch
        {
            "date" => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
            "year" => date.ToString("uuuu", CultureInfo.InvariantCulture),
            "month" => date.ToString("MM", CultureInfo.InvariantCulture),
            "day" => date.ToString("dd", CultureInfo.InvariantCulture),
            "title" => message.Report.Title,
            "event" => message.Report.Event,
            "key" => message.Key[..KeyLength],
            "file" => file,
            _ => throw new InvalidOperationException($"{{{placeholder}}} was not refused"),
        };
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Placeholder();
}
