using System.Text.Json;

namespace Daybook.RedTeam;

/// <summary>How enum values are written in data: <c>NaiveAssumedZone</c> is <c>naive_assumed_zone</c>.</summary>
internal static class SnakeCase
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
