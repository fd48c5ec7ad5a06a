using System.Collections.Frozen;
using System.Text.Json;

namespace Daybook.Input;

/// <summary>The words of a closed set as inputs and outputs spell them: <c>RunLatest</c> is <c>run_latest</c>.</summary>
internal static class EnumWords<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Words =
        Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

    private static readonly FrozenDictionary<string, T> Values = Words.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static IEnumerable<string> All { get; } = [.. Enum.GetValues<T>().Select(value => Words[value])];

    public static string Of(T value) => Words[value];

    public static bool TryRead(string word, out T value) => Values.TryGetValue(word, out value);
}
