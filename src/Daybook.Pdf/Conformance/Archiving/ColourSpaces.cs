using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Conformance.Archiving;

/// <summary>What colour spaces come down to.</summary>
internal static class ColourSpaces
{
    private const int MaxDepth = 8;

    /// <returns>The name of the device space below indexed, pattern, separation and DeviceN spaces; the family's name otherwise.</returns>
    public static string? Base(PdfObject? space)
    {
        for (var depth = 0; depth < MaxDepth; depth++)
        {
            switch (space)
            {
                case PdfName name:
                    return name.Value switch { "G" => "DeviceGray", "RGB" => "DeviceRGB", "CMYK" => "DeviceCMYK", var other => other };
                case PdfArray array when (array[0] as PdfName)?.Value is "Indexed" or "I" or "Pattern" && array.Count > 1:
                    space = array[1];
                    break;
                case PdfArray array when (array[0] as PdfName)?.Value is "Separation" or "DeviceN" && array.Count > 2:
                    space = array[2];
                    break;
                case PdfArray array:
                    space = array[0];
                    break;
                default:
                    return null;
            }
        }

        return null;
    }
}
