using System.Text;

namespace Daybook.Pdf.Conformance.Archiving;

/// <summary>The header of an ICC colour profile (ISO 15076-1, 7.2).</summary>
internal sealed record IccProfile(string DeviceClass, string ColourSpace, int MajorVersion)
{
    private const int HeaderLength = 128;

    public int Components => ColourSpace switch { "GRAY" => 1, "CMYK" => 4, _ => 3 };

    /// <returns>Null where it is no profile.</returns>
    public static IccProfile? Read(byte[] data) => data.Length < HeaderLength || !data.AsSpan(36, 4).SequenceEqual("acsp"u8)
        ? null
        : new IccProfile(Encoding.Latin1.GetString(data, 12, 4), Encoding.Latin1.GetString(data, 16, 4), data[8]);
}
