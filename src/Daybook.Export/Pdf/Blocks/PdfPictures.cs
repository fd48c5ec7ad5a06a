using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>Pictures of the document, scaled to fit; one that cannot be read is shown as a box that says so.</summary>
internal sealed class PdfPictures(PdfSetting setting, PdfBoxes boxes)
{
    /// <summary>Points to a dot of a picture that is not too large: 96 dots to the inch, as on screens.</summary>
    private const double DotSize = 0.75;

    private const double HighestPart = 0.6;

    public void Add(Image image, BlockPlace place)
    {
        var picture = Read(image, out var problem);
        if (picture is { IsCmyk: true } && setting.Options.PdfA)
            (picture, problem) = (null, "Its colours are those of a press (CMYK), which archives (PDF/A) do not allow here.");
        if (picture is null)
        {
            boxes.State("The picture cannot be shown", $"{problem} It shows: {image.AltText}", null, failed: false, place);
            setting.Notes.Add(new ExportNote(ExportNoteCodes.PictureNotShown, $"A picture cannot be shown: {problem}"));
            return;
        }

        var figure = place.Parent.Add(StructureType.Figure);
        figure.Alt = image.AltText.Length > 0 ? VisibleText.Plain(image.AltText) : "Picture without description";
        var scale = Math.Min(DotSize, Math.Min(place.Width / picture.Width, setting.Shape.ContentHeight * HighestPart / picture.Height));
        var hasCaption = image.Caption is { Length: > 0 };
        setting.Filler.Add(new PictureItem(picture, figure, place.Left, picture.Width * scale, picture.Height * scale)
        {
            Frame = place.Frame, SpaceBefore = 6, SpaceAfter = hasCaption ? 5 : 12, KeepWithNext = hasCaption,
        });
        if (hasCaption)
            new PdfTexts(setting).Remark(image.Caption!, place);
    }

    private static PdfImage? Read(Image image, out string problem)
    {
        problem = "";
        if (image.MediaType == "image/svg+xml")
            problem = "Vector pictures (SVG) can be shown in HTML only.";
        else if (image.MediaType is not ("image/png" or "image/jpeg"))
            problem = $"Its format, {image.MediaType}, is not one that can be shown.";
        else
        {
            try
            {
                return PdfImage.Load(image.Content.IsDefault ? default : image.Content.AsMemory());
            }
            catch (ImageFileException error)
            {
                problem = error.Message;
            }
        }

        return null;
    }
}
