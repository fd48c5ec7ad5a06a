using System.Globalization;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>A value as the label of an axis or a series: years and ids keep their digits together.</summary>
internal static class ReadableLabel
{
    public static string Of(object? value) => value switch
    {
        long number => number.ToString(CultureInfo.InvariantCulture),
        JsonElement { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        null or JsonElement { ValueKind: JsonValueKind.Null } => "(none)",
        _ => ReadableText.Of(value),
    };
}
