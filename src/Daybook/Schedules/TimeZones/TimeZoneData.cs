using System.Collections.Frozen;
using NodaTime;
using NodaTime.TimeZones;
using NodaTime.Utility;

namespace Daybook.Schedules.TimeZones;

/// <summary>The time-zone data in use: what is bundled, or a file that replaces it. The machine's own data is never read.</summary>
internal sealed class TimeZoneData
{
    private readonly DateTimeZoneCache _zones;
    private readonly TzdbDateTimeZoneSource _source;

    private TimeZoneData(TzdbDateTimeZoneSource source)
    {
        _source = source;
        _zones = new DateTimeZoneCache(source);
        Ids = source.GetIds().ToFrozenSet(StringComparer.Ordinal);
    }

    public static TimeZoneData Bundled { get; } = new(TzdbDateTimeZoneSource.Default);

    /// <summary>What the whole process computes with; the bundled data, unless a start of the server names a file.</summary>
    public static TimeZoneData InUse { get; private set; } = Bundled;

    /// <summary>Such as <c>2026c</c>.</summary>
    public string Version => _source.TzdbVersion;

    /// <summary>The same for code that asks NodaTime.</summary>
    public IDateTimeZoneProvider Provider => _zones;

    /// <summary>Every name, links included.</summary>
    public FrozenSet<string> Ids { get; }

    /// <summary>Name of each zone or link → the zone it stands for.</summary>
    public IDictionary<string, string> Canonical => _source.CanonicalIdMap;

    /// <summary>Windows names → IANA names.</summary>
    public IEnumerable<KeyValuePair<string, string>> WindowsNames => _source.WindowsToTzdbIds;

    /// <param name="file">A NodaTime <c>.nzd</c> file.</param>
    /// <exception cref="InvalidDataException">It is not one, or contradicts itself.</exception>
    public static TimeZoneData Load(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var source = TzdbDateTimeZoneSource.FromStream(stream);
            source.Validate();
            return new TimeZoneData(source);
        }
        catch (Exception error) when (error is InvalidNodaDataException or ArgumentException or EndOfStreamException or InvalidOperationException)
        {
            throw new InvalidDataException($"{file} is not NodaTime time-zone data (.nzd): {error.Message}", error);
        }
    }

    /// <summary>Makes it what the whole process computes with, in every room. To be called once, before anything is computed.</summary>
    public void Use()
    {
        InUse = this;
        RedTeam.ZoneProvider.InUse = Provider;
        Export.ZoneProvider.InUse = Provider;
    }

    /// <summary>Null for a name that the data does not hold; NodaTime's own names of fixed offsets (<c>UTC+02</c>) are not held.</summary>
    public DateTimeZone? Find(string id) => Ids.Contains(id) ? _zones[id] : null;
}
