using System.Text;
using Daybook.Schedules.TimeZones;
using NodaTime;

namespace Daybook.Tests.BothDatabases.Schedules;

/// <summary>Time-zone data of another day, made from the bundled: zones that were renamed, or that have the clocks of others.</summary>
internal static class OtherTimeZones
{
    /// <summary>Data that no longer holds a zone.</summary>
    public static TimeZoneData Without(string zone) => Load(bytes => Replace(bytes, zone, zone[..^1] + "~"));

    /// <summary>Data in which two zones, with names of one length, have each other's clocks.</summary>
    public static TimeZoneData Exchanged(string one, string other) => Load(bytes =>
    {
        var held = new string('~', one.Length);
        Replace(bytes, one, held);
        Replace(bytes, other, one);
        Replace(bytes, held, other);
    });

    private static TimeZoneData Load(Action<byte[]> change)
    {
        using var memory = new MemoryStream();
        using (var bundled = typeof(DateTimeZone).Assembly.GetManifestResourceStream("NodaTime.TimeZones.Tzdb.nzd")!)
            bundled.CopyTo(memory);
        var bytes = memory.ToArray();
        change(bytes);
        Replace(bytes, TimeZoneData.Bundled.Version, "2099z");
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, bytes);
            return TimeZoneData.Load(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Texts stand once in the file, each after its length; all else refers to them by number.</summary>
    private static void Replace(byte[] file, string text, string by)
    {
        var wanted = Stored(text);
        var at = file.AsSpan().IndexOf(wanted);
        if (at < 0 || file.AsSpan(at + 1).IndexOf(wanted) >= 0)
            throw new InvalidOperationException($"'{text}' does not stand exactly once in the time-zone data.");
        Stored(by).CopyTo(file, at);
    }

    private static byte[] Stored(string text) => [(byte)text.Length, .. Encoding.ASCII.GetBytes(text)];
}
