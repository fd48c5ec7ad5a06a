using System.Text.Json;
using System.Text.Json.Serialization;

namespace Daybook.Reports;

/// <summary>Writes an enumeration as words: <c>no_data</c>.</summary>
internal sealed class EnumWordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
