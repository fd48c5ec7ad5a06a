using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Daybook.Delivery.Passwords;

/// <summary>How the files of a distribution are protected. The password itself stands nowhere in it.</summary>
/// <param name="Stored">The name of a stored password; null where each delivery has one of its own.</param>
/// <param name="Channel">Over which channel a delivery's own password is told; null where it is stored.</param>
/// <param name="Recipients">Who is told; empty tells whoever gets the file, in a message of its own.</param>
internal sealed record FilePassword(string? Stored, string? Channel = null, ImmutableArray<string>? Recipients = null)
{
    public const string Generated = "generated";

    public const string StoredPrefix = "stored:";

    /// <summary>A stored one of settings that do not say which: nothing is sent with it.</summary>
    public static FilePassword Missing { get; } = new("");

    /// <summary>The one format that can be protected.</summary>
    public const string Format = "pdf";

    private const int LongestName = 100;

    /// <summary>What names of stored passwords are made of, for refusals.</summary>
    public static readonly string NameRule = string.Create(CultureInfo.InvariantCulture, $"1 to {LongestName} letters, digits, '-', '_' and '.'");

    /// <summary>Whether a stored password may be called so.</summary>
    public static bool IsName(string text) => text.Length is > 0 and <= LongestName && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    [JsonIgnore]
    public bool IsGenerated => Stored is null;
}
