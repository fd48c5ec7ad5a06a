using System.Collections.Immutable;
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

    /// <summary>The one format that can be protected.</summary>
    public const string Format = "pdf";

    [JsonIgnore]
    public bool IsGenerated => Stored is null;
}
