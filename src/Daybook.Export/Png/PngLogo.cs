using Daybook.Export.Pdf;
using SkiaSharp;

namespace Daybook.Export.Png;

/// <summary>A theme's logo for places that take pictures only as PNG: no larger than it is shown, on the ground of the light page.</summary>
internal static class PngLogo
{
    private const double PixelsPerPoint = 4 / 3.0;

    /// <summary>In CSS pixels: a mail is no cover.</summary>
    private const double Tallest = 60;

    private const double Widest = 280;

    /// <summary>In dots; a picture that is larger unpacked is no logo.</summary>
    private const long MostDots = 50_000_000;

    /// <param name="scale">Dots to a CSS pixel: 1 or 2.</param>
    /// <returns>Null where the theme has none, or one that cannot be read.</returns>
    public static PngPicture? Of(Theme theme, int scale)
    {
        if (theme.Logo is not { } logo)
            return null;
        using var file = SKData.CreateCopy(logo.Content.AsSpan());
        using var codec = SKCodec.Create(file);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height is 0 or > MostDots)
            return null;
        using var source = SKBitmap.Decode(codec);
        if (source is null)
            return null;
        var shrink = Math.Min(Math.Min(logo.Height * PixelsPerPoint, Tallest) / source.Height, Widest / source.Width);
        var (width, height) = (Math.Max(1, (int)Math.Round(source.Width * shrink)), Math.Max(1, (int)Math.Round(source.Height * shrink)));
        using var bitmap = new SKBitmap(new SKImageInfo(width * scale, height * scale, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
        {
            var page = theme.Light[ThemeColor.Page];
            canvas.Clear(new SKColor(page.R, page.G, page.B));
            using var image = SKImage.FromBitmap(source);
            canvas.DrawImage(image, new SKRect(0, 0, bitmap.Width, bitmap.Height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }

        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return new PngPicture(VisibleText.Plain(logo.AltText), width, height, png.ToArray());
    }
}
