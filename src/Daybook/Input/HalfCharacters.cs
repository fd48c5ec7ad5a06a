using System.Collections.Immutable;
using System.Globalization;

namespace Daybook.Input;

/// <summary>Finds escapes of half a character, such as <c>\ud83d</c> alone: JSON lets them stand, and nothing can read or keep them.</summary>
internal static class HalfCharacters
{
    private const int EscapeLength = 6;

    /// <param name="json">Need not be good as JSON.</param>
    /// <returns>The first of them.</returns>
    public static ImmutableArray<FieldProblem> In(string json)
    {
        var problems = new FieldProblems();
        for (var at = json.IndexOf('\\', StringComparison.Ordinal); at >= 0 && at + 1 < json.Length; at = json.IndexOf('\\', at))
        {
            if (Unit(json, at) is not { } unit)
            {
                at += 2;
            }
            else if (char.IsHighSurrogate(unit) && Unit(json, at + EscapeLength) is { } low && char.IsLowSurrogate(low))
            {
                at += 2 * EscapeLength;
            }
            else
            {
                if (char.IsSurrogate(unit))
                {
                    problems.Error(TextPlace.Of(json, at), $"{json[at..(at + EscapeLength)]} is half of a character", "write both halves, such as \\ud83d\\ude00, or leave it out");
                    break;
                }

                at += EscapeLength;
            }
        }

        return problems.ToImmutable();
    }

    /// <returns>Null where no such escape begins.</returns>
    private static char? Unit(string json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u' && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : null;
}
