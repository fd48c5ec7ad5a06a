using System.Text.Json;
using System.Text.Json.Serialization;

namespace Daybook.RedTeam;

/// <summary>Writes <c>PartlyAssessed</c> as <c>partly_assessed</c>.</summary>
internal sealed class SnakeCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.SnakeCaseLower)
    where TEnum : struct, Enum;
