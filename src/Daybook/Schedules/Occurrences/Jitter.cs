using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Daybook.Schedules.Occurrences;

/// <summary>Spreads the generation of schedules that fall due together; the same schedule always waits the same.</summary>
internal static class Jitter
{
    /// <returns>Whole seconds from zero to <paramref name="max"/>.</returns>
    public static Duration Of(string scheduleId, Duration max)
    {
        var span = (ulong)max.TotalSeconds + 1;
        if (span == 1)
            return Duration.Zero;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(scheduleId));
        return Duration.FromSeconds((long)(BinaryPrimitives.ReadUInt64BigEndian(hash) % span));
    }
}
