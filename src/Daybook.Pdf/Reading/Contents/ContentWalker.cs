using Daybook.Pdf.Reading.Fonts;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Contents;

/// <summary>Follows the content of pages through form XObjects, patterns, glyph procedures and appearances, and tells a visitor.</summary>
internal sealed class ContentWalker(PdfFile file, FontCache fonts, ContentVisitor visitor)
{
    private readonly HashSet<PdfStream> open = [];
    private readonly HashSet<PdfDictionary> seen = [];
    private int operators;
    private int streams;

    public void Walk(FilePage page)
    {
        seen.Clear();
        var data = new MemoryStream();
        foreach (var stream in page.Contents)
        {
            data.Write(file.Decode(stream).Data);
            data.WriteByte((byte)'\n');
        }

        Run(new ContentPlace(page, ContentKind.Page, 0, page.Dictionary, page.Resources, true, 0), data.ToArray(), GraphicsState.Initial, null);
        foreach (var appearance in page.Annotations.SelectMany(Appearances))
            WalkStream(new ContentPlace(page, ContentKind.Annotation, appearance.ObjectNumber, appearance.Dictionary, page.Resources, false, 0), appearance, GraphicsState.Initial, null);
    }

    private static IEnumerable<PdfStream> Appearances(PdfDictionary annotation)
    {
        if (annotation.Dictionary("AP") is not { } appearances)
            yield break;
        foreach (var appearance in appearances.Keys.Select(key => appearances[key]))
        {
            if (appearance is PdfStream stream)
                yield return stream;
            foreach (var state in (appearance as PdfDictionary)?.Keys ?? [])
            {
                if (((PdfDictionary)appearance!)[state] is PdfStream one)
                    yield return one;
            }
        }
    }

    private void WalkStream(ContentPlace around, PdfStream stream, GraphicsState state, MarkedContent? marked)
    {
        if (around.Depth > file.Limits.Depth || !open.Add(stream))
        {
            file.Report("A form XObject or pattern contains itself; what is in it was not read further.", stream.ObjectNumber);
            return;
        }

        if (++streams > file.Limits.DrawnStreams)
            throw new PdfReadException(PdfReadError.TooLarge, "The pages of the file draw more form XObjects than this reader takes.");
        var own = stream.Dictionary.Dictionary("Resources");
        Run(around with { Resources = own ?? around.Resources, OwnResources = own is not null, Depth = around.Depth + 1 }, file.Decode(stream).Data, state, marked);
        open.Remove(stream);
    }

    private void Run(ContentPlace place, byte[] data, GraphicsState initial, MarkedContent? outer)
    {
        var run = new ContentRun(place, initial, outer);
        foreach (var operation in new ContentReader(data).Operations())
        {
            if (++operators > file.Limits.Operators)
                throw new PdfReadException(PdfReadError.TooLarge, "The pages of the file have more operators than this reader takes.");
            visitor.Operator(place, operation);
            Apply(run, operation);
        }

        for (; run.OpenMarks > 0; run.OpenMarks--)
            visitor.EndMarked(place, false);
    }

    private void Apply(ContentRun run, in ContentOperation operation)
    {
        switch (operation.Operator)
        {
            case "q":
                run.Saved.Push(run.State);
                visitor.SavedState(run.Place, run.Saved.Count);
                break;
            case "Q":
                if (run.Saved.TryPop(out var saved))
                    run.State = saved;
                break;
            case "gs":
                ApplyDictionary(run, operation.Name(0));
                break;
            case "Tf":
                if (Find(run.Place, "Font", operation.Name(0)) is PdfDictionary font)
                    run.State = run.State with { Font = fonts.Get(font) };
                break;
            case "Tr":
                run.State = run.State with { TextMode = (int)Math.Clamp(operation.Number(0) ?? 0, 0, 7) };
                break;
            case "Tj" or "'" or "\"" or "TJ":
                ShowText(run, operation);
                break;
            case "BMC" or "BDC":
                BeginMarked(run, operation);
                break;
            case "EMC":
                if (run.OpenMarks == 0)
                {
                    visitor.EndMarked(run.Place, false);
                    break;
                }

                run.Marked = run.Marked!.Parent;
                run.OpenMarks--;
                visitor.EndMarked(run.Place, true);
                break;
            case "Do":
                PaintObject(run, operation.Name(0));
                break;
            case "BI":
                visitor.Paint(run.Place, run.State, run.Marked, IsMask(operation.InlineImage!) ? PaintKind.ImageMask : PaintKind.Image, operation.InlineImage, null);
                break;
            case "sh":
                if (PdfDictionary.AsDictionary(Find(run.Place, "Shading", operation.Name(0))) is { } shading)
                    visitor.Paint(run.Place, run.State, run.Marked, PaintKind.Shading, null, shading);
                break;
            case "f" or "F" or "f*":
                visitor.Paint(run.Place, run.State, run.Marked, PaintKind.Fill, null, null);
                break;
            case "S" or "s":
                visitor.Paint(run.Place, run.State, run.Marked, PaintKind.Stroke, null, null);
                break;
            case "B" or "B*" or "b" or "b*":
                visitor.Paint(run.Place, run.State, run.Marked, PaintKind.FillAndStroke, null, null);
                break;
            default:
                ApplyColour(run, operation);
                break;
        }
    }

    private void ApplyColour(ContentRun run, in ContentOperation operation)
    {
        var state = run.State;
        run.State = operation.Operator switch
        {
            "g" => state with { Fill = ContentRun.DeviceGray },
            "G" => state with { Stroke = ContentRun.DeviceGray },
            "rg" => state with { Fill = ContentRun.DeviceRgb },
            "RG" => state with { Stroke = ContentRun.DeviceRgb },
            "k" => state with { Fill = ContentRun.DeviceCmyk },
            "K" => state with { Stroke = ContentRun.DeviceCmyk },
            "cs" => state with { Fill = ColourSpace(run.Place, operation.Name(0)) },
            "CS" => state with { Stroke = ColourSpace(run.Place, operation.Name(0)) },
            _ => state,
        };
        if (operation.Operator is "scn" or "SCN" && operation.Operands is [.., PdfName pattern])
            WalkPattern(run, pattern.Value);
    }

    private PdfObject ColourSpace(ContentPlace place, string? name) => name switch
    {
        null => ContentRun.DeviceGray,
        "DeviceGray" or "DeviceRGB" or "DeviceCMYK" or "Pattern" => new PdfName(name),
        _ => Find(place, "ColorSpace", name) ?? new PdfName(name),
    };

    private void WalkPattern(ContentRun run, string name)
    {
        var pattern = Find(run.Place, "Pattern", name);
        if (PdfDictionary.AsDictionary(pattern)?.Dictionary("Shading") is { } shading)
            visitor.Paint(run.Place with { Kind = ContentKind.Pattern }, run.State, run.Marked, PaintKind.Shading, null, shading);
        if (pattern is PdfStream tile && seen.Add(tile.Dictionary))
            WalkStream(run.Place with { Kind = ContentKind.Pattern, StreamNumber = tile.ObjectNumber, Owner = tile.Dictionary }, tile, GraphicsState.Initial, null);
    }

    private void ApplyDictionary(ContentRun run, string? name)
    {
        if (Find(run.Place, "ExtGState", name) is not PdfDictionary dictionary)
            return;
        visitor.GraphicsStateDictionary(run.Place, dictionary);
        if (dictionary.Array("Font")?[0] is PdfDictionary font)
            run.State = run.State with { Font = fonts.Get(font) };
        var isTransparent = dictionary.Number("ca") is < 1 || dictionary.Number("CA") is < 1 || dictionary["SMask"] is PdfDictionary
            || dictionary.OneOrMany("BM").OfType<PdfName>().Any(mode => mode.Value is not ("Normal" or "Compatible"));
        if (isTransparent)
            run.State = run.State with { IsTransparent = true };
        if (dictionary.Dictionary("SMask")?.Stream("G") is { } mask && seen.Add(mask.Dictionary))
            WalkStream(run.Place with { Kind = ContentKind.Pattern, StreamNumber = mask.ObjectNumber, Owner = mask.Dictionary }, mask, GraphicsState.Initial, null);
    }

    private void ShowText(ContentRun run, in ContentOperation operation)
    {
        var strings = operation.Operator == "TJ" ? (operation.Operands is [PdfArray array, ..] ? array.Raw : []) : operation.Operands;
        foreach (var text in strings.OfType<PdfString>())
        {
            if (text.Bytes.Length > 0)
                visitor.ShowText(run.Place, run.State, run.Marked, text.Bytes);
        }

        if (run.State.Font is { Subtype: "Type3" } font && seen.Add(font.Dictionary))
            WalkGlyphs(run, font);
    }

    private void WalkGlyphs(ContentRun run, FileFont font)
    {
        var procedures = font.Dictionary.Dictionary("CharProcs");
        foreach (var procedure in procedures?.Keys.Select(procedures.Stream).OfType<PdfStream>() ?? [])
        {
            var resources = font.Dictionary.Dictionary("Resources");
            WalkStream(run.Place with { Kind = ContentKind.Glyph, StreamNumber = procedure.ObjectNumber, Owner = font.Dictionary, Resources = resources ?? run.Place.Resources },
                procedure, run.State with { Font = null }, null);
        }
    }

    private void BeginMarked(ContentRun run, in ContentOperation operation)
    {
        var properties = operation.Operands.Count < 2 ? null : operation.Operands[1] switch
        {
            PdfDictionary direct => direct,
            PdfName name => Find(run.Place, "Properties", name.Value) as PdfDictionary,
            _ => null,
        };
        run.Marked = new MarkedContent(operation.Name(0) ?? "", properties ?? PdfDictionary.Empty, run.Marked, run.Place.StreamNumber, run.Place.Owner);
        run.OpenMarks++;
        visitor.BeginMarked(run.Place, run.Marked);
    }

    private void PaintObject(ContentRun run, string? name)
    {
        if (Find(run.Place, "XObject", name) is not PdfStream painted)
            return;
        if (painted.Dictionary.Name("Subtype") == "Form")
        {
            visitor.BeginForm(run.Place, run.Marked, painted);
            var kind = run.Place.Kind == ContentKind.Page ? ContentKind.Form : run.Place.Kind;
            WalkStream(run.Place with { Kind = kind, StreamNumber = painted.ObjectNumber, Owner = painted.Dictionary }, painted, run.State, run.Marked);
        }
        else
        {
            visitor.Paint(run.Place, run.State, run.Marked, IsMask(painted.Dictionary) ? PaintKind.ImageMask : PaintKind.Image, painted.Dictionary, null);
        }
    }

    private PdfObject? Find(ContentPlace place, string kind, string? name)
    {
        if (name is null)
            return null;
        if (place.Resources.Dictionary(kind)?[name] is { } found)
            return found;
        visitor.MissingResource(place, kind, name);
        return null;
    }

    private static bool IsMask(PdfDictionary image) => image.Boolean("ImageMask") ?? image.Boolean("IM") ?? false;
}
