using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Daybook.Jinja.Parsing;
using NodaTime;

namespace Daybook.Schedules.TimeZones;

/// <summary>Takes the name of a place; refuses what only looks like a time zone and says what was probably meant.</summary>
internal static partial class ZoneNames
{
    /// <summary>Abbreviations say neither where a place is nor when its clocks change, and several places share each.</summary>
    private static readonly FrozenDictionary<string, string> Abbreviations = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["ET"] = "America/New_York", ["EST"] = "America/New_York", ["EDT"] = "America/New_York", ["EST5EDT"] = "America/New_York",
        ["CT"] = "America/Chicago", ["CST"] = "America/Chicago", ["CDT"] = "America/Chicago", ["CST6CDT"] = "America/Chicago",
        ["MT"] = "America/Denver", ["MST"] = "America/Denver", ["MDT"] = "America/Denver", ["MST7MDT"] = "America/Denver",
        ["PT"] = "America/Los_Angeles", ["PST"] = "America/Los_Angeles", ["PDT"] = "America/Los_Angeles", ["PST8PDT"] = "America/Los_Angeles",
        ["AKST"] = "America/Anchorage", ["HST"] = "Pacific/Honolulu", ["BST"] = "Europe/London", ["WET"] = "Europe/Lisbon", ["WEST"] = "Europe/Lisbon",
        ["CET"] = "Europe/Paris", ["CEST"] = "Europe/Paris", ["MET"] = "Europe/Paris", ["MEZ"] = "Europe/Berlin", ["MESZ"] = "Europe/Berlin",
        ["EET"] = "Europe/Athens", ["EEST"] = "Europe/Athens", ["MSK"] = "Europe/Moscow", ["GST"] = "Asia/Dubai", ["IST"] = "Asia/Kolkata",
        ["SGT"] = "Asia/Singapore", ["HKT"] = "Asia/Hong_Kong", ["JST"] = "Asia/Tokyo", ["KST"] = "Asia/Seoul", ["AEST"] = "Australia/Sydney",
        ["AEDT"] = "Australia/Sydney", ["ACST"] = "Australia/Adelaide", ["AWST"] = "Australia/Perth", ["NZST"] = "Pacific/Auckland",
        ["NZDT"] = "Pacific/Auckland", ["Z"] = "UTC",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>A well-known place for each offset.</summary>
    private static readonly string[] Places =
    [
        "Pacific/Pago_Pago", "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Denver", "America/Chicago", "America/New_York",
        "America/Halifax", "America/St_Johns", "America/Sao_Paulo", "Atlantic/Azores", "Europe/London", "Europe/Paris", "Europe/Athens",
        "Africa/Johannesburg", "Europe/Istanbul", "Asia/Tehran", "Asia/Dubai", "Asia/Kabul", "Asia/Karachi", "Asia/Kolkata", "Asia/Kathmandu",
        "Asia/Dhaka", "Asia/Yangon", "Asia/Bangkok", "Asia/Singapore", "Asia/Tokyo", "Australia/Adelaide", "Australia/Brisbane", "Australia/Sydney",
        "Pacific/Noumea", "Pacific/Auckland", "Pacific/Tongatapu", "Pacific/Kiritimati",
    ];

    private static readonly Instant Winter = Instant.FromUtc(2026, 1, 15, 0, 0);

    public static ZoneChoice Find(string typed, TimeZoneData data)
    {
        if (FixedOffset().Match(typed) is { Success: true } offset)
            return new ZoneChoice(null, $"'{typed}' is a fixed offset; it does not follow the clocks of a place", OffsetAdvice(offset, data));
        if (Abbreviations.TryGetValue(typed, out var place))
            return new ZoneChoice(null, $"'{typed}' is an abbreviation; it does not say when clocks change", $"write the place, such as {place}");
        if (data.Find(typed) is { } zone)
            return zone.Id.StartsWith("Etc/GMT", StringComparison.Ordinal) && zone.Id.Length > 8
                ? new ZoneChoice(zone, $"the sign of '{typed}' is turned round: it stands for UTC{zone.GetUtcOffset(Winter)}", "name a place if the hours of a place are meant")
                : new ZoneChoice(zone, null, null);
        if (data.WindowsNames.FirstOrDefault(name => name.Key != "UTC" && name.Key.Equals(typed, StringComparison.OrdinalIgnoreCase)) is { Value: { } iana })
            return new ZoneChoice(null, $"'{typed}' is a Windows name", $"write {iana}");
        var near = Near(typed, data);
        return new ZoneChoice(null, $"there is no time zone '{typed}'", near.Count > 0
            ? $"did you mean {string.Join(" or ", near)}?"
            : "write an IANA name such as America/New_York");
    }

    /// <summary>The id in another case, zones whose last part was typed (<c>New York</c>), then the closest spelling; at most three.</summary>
    public static IReadOnlyList<string> Near(string typed, TimeZoneData data)
    {
        var wanted = typed.Trim().Replace(' ', '_');
        var last = wanted.Split('/')[^1];
        var near = data.Ids.Where(id => id.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            .Concat(data.Canonical.Values.Distinct().Where(id => id.Split('/')[^1].Equals(last, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
            .Concat(data.Ids.Where(id => id.Contains('/') && id.Split('/')[^1].Equals(last, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
            .Distinct().Take(3).ToList();
        return near.Count == 0 && EditDistance.Nearest(wanted, data.Ids) is { } closest ? [closest] : near;
    }

    private static string OffsetAdvice(Match match, TimeZoneData data)
    {
        var minutes = int.Parse(match.Groups["hours"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) * 60
            + (match.Groups["minutes"].Success ? int.Parse(match.Groups["minutes"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : 0);
        var seconds = (match.Groups["sign"].Value == "-" ? -60 : 60) * minutes;
        var place = Places.Select(data.Find).OfType<DateTimeZone>().MinBy(zone => Math.Abs(zone.GetUtcOffset(Winter).Seconds - seconds));
        return minutes == 0 ? "write UTC" : $"write the place, such as {place?.Id ?? "UTC"}";
    }

    [GeneratedRegex(@"^(UTC|GMT)?(?<sign>[+-])(?<hours>\d{1,2})(:?(?<minutes>\d{2}))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FixedOffset();
}
