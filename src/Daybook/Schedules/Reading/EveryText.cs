using System.Globalization;
using System.Text.RegularExpressions;
using Daybook.Input;
using Daybook.Schedules.Rules;
using NodaTime;

namespace Daybook.Schedules.Reading;

/// <summary>Reads <c>@every 1h30m</c>, which is an interval and no cron expression.</summary>
internal static partial class EveryText
{
    public const string Macro = "@every";

    public static IntervalRule? Read(string text, string path, FieldProblems problems)
    {
        var length = text.Trim()[Macro.Length..].Trim();
        if (FieldText.Duration(length, allowsDays: false) is { } iso && iso >= Duration.FromSeconds(1))
            return new IntervalRule(iso, NodaConstants.UnixEpoch, null);
        var match = Written().Match(length);
        if (match.Success && length.Length > 0 && Part(match, "h") * 3600 + Part(match, "m") * 60 + Part(match, "s") is > 0 and var seconds)
            return new IntervalRule(Duration.FromSeconds(seconds), NodaConstants.UnixEpoch, null);
        problems.Error(path, $"column 8: '{length}' is not a duration of hours, minutes and seconds", "write it as 30m, 1h30m or PT30M");
        return null;
    }

    private static long Part(Match match, string name) =>
        match.Groups[name].Success ? long.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?:(?<h>\d{1,6})h)?(?:(?<m>\d{1,6})m)?(?:(?<s>\d{1,6})s)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
