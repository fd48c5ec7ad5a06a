using System.Text;

namespace Daybook.Pdf;

/// <summary>An ICC profile of sRGB (IEC 61966-2-1), version 4, made of the numbers of the standard.</summary>
internal static class ColorProfile
{
    private static readonly double[] Transfer = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];

    public static byte[] MakeSrgb()
    {
        var tags = new List<(string Name, byte[] Data)>
        {
            ("desc", Text("sRGB IEC61966-2.1")),
            ("cprt", Text("Public domain")),
            ("wtpt", Numbers("XYZ ", 0.9642, 1, 0.8249)),
            ("chad", Numbers("sf32", 1.047882, 0.022918, -0.050217, 0.029587, 0.990479, -0.017059, -0.009247, 0.015076, 0.751678)),
            ("rXYZ", Numbers("XYZ ", 0.436066, 0.222488, 0.013916)),
            ("gXYZ", Numbers("XYZ ", 0.385147, 0.716873, 0.097076)),
            ("bXYZ", Numbers("XYZ ", 0.143066, 0.060608, 0.714096)),
            ("rTRC", Curve()),
            ("gTRC", Curve()),
            ("bTRC", Curve()),
        };
        using var profile = new ByteWriter(1024);
        var at = 128 + 4 + tags.Count * 12;
        using var data = new ByteWriter(1024);
        using var table = new ByteWriter(256);
        table.BigEndian(tags.Count, 4);
        foreach (var (name, bytes) in tags)
        {
            table.Raw(Encoding.ASCII.GetBytes(name)).BigEndian(at + data.Length, 4).BigEndian(bytes.Length, 4);
            data.Raw(bytes);
            while (data.Length % 4 != 0)
                data.Byte(0);
        }

        profile.BigEndian(at + data.Length, 4).BigEndian(0, 4).BigEndian(0x04200000, 4).Raw("mntrRGB XYZ "u8)
            .Raw([0x07, 0xD9, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]).Raw("acsp"u8).BigEndian(0, 4 * 7);
        // The white of the connection space, then no creator and no profile id.
        profile.BigEndian(0xF6D6, 4).BigEndian(0x10000, 4).BigEndian(0xD32D, 4);
        while (profile.Length < 128)
            profile.Byte(0);
        return profile.Raw(table.Written).Raw(data.Written).Written.ToArray();
    }

    private static byte[] Text(string text)
    {
        using var tag = new ByteWriter(64);
        return tag.Raw("mluc\0\0\0\0"u8).BigEndian(1, 4).BigEndian(12, 4).Raw("enUS"u8).BigEndian(text.Length * 2, 4).BigEndian(28, 4)
            .Raw(Encoding.BigEndianUnicode.GetBytes(text)).Written.ToArray();
    }

    private static byte[] Numbers(string type, params double[] values)
    {
        using var tag = new ByteWriter(64);
        tag.Raw(Encoding.ASCII.GetBytes(type)).BigEndian(0, 4);
        foreach (var value in values)
            tag.BigEndian((long)Math.Round(value * 65536), 4);
        return tag.Written.ToArray();
    }

    private static byte[] Curve()
    {
        using var tag = new ByteWriter(64);
        tag.Raw("para\0\0\0\0"u8).BigEndian(3, 2).BigEndian(0, 2);
        foreach (var value in Transfer)
            tag.BigEndian((long)Math.Round(value * 65536), 4);
        return tag.Written.ToArray();
    }
}
