using System.Globalization;
using System.Text;

namespace Daybook.Pdf;

internal static class UriText
{
    /// <summary>An address in ASCII, as PDF has it: what is not is percent-encoded, what is encoded already stays.</summary>
    public static byte[] Ascii(string address)
    {
        var ascii = new StringBuilder(address.Length);
        foreach (var value in Encoding.UTF8.GetBytes(address))
        {
            if (value is > 0x20 and < 0x7F)
                ascii.Append((char)value);
            else
                ascii.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
        }

        return Encoding.ASCII.GetBytes(ascii.ToString());
    }
}
