using System.Collections.Immutable;
using System.Globalization;

namespace Daybook.Pdf;

/// <summary>
/// Writes a PDF file: what is finished is written and forgotten, so that memory does not grow with the content. The same calls give the
/// same bytes. Not for several threads.
/// </summary>
public sealed class PdfWriter : IDisposable
{
    private const string Producer = "Daybook";

    private readonly PdfSettings settings;
    private readonly EncryptionDictionary? encryption;
    private readonly StreamCipher? cipher;
    private readonly List<PdfPage> pages = [];
    private readonly Attachments attachments;
    private readonly FontTable fonts;
    private readonly Dictionary<PdfImage, (string Name, int Number)> images = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(double Fill, double Stroke), (string Name, int Number)> opacities = [];
    private ImmutableArray<PageLabel> labels = [];
    private int forms;
    private int patterns;

    /// <param name="output">Need not be able to seek.</param>
    /// <exception cref="PdfSettingsException">The settings exclude each other.</exception>
    public PdfWriter(Stream output, PdfSettings settings)
    {
        if (settings.IsArchivable && settings.Encryption is not null)
            throw new PdfSettingsException("A PDF/A file cannot have a password: an archive must be able to open it. Choose one of the two.");
        if (string.IsNullOrWhiteSpace(settings.Title))
            throw new PdfSettingsException("A PDF needs a title: PDF/UA asks readers to show it.");
        this.settings = settings;
        if (settings.Encryption is { } asked)
        {
            encryption = new(settings, asked);
            cipher = new(encryption.FileKey);
        }

        Objects = new(output, cipher);
        Tree = new(Objects);
        fonts = new(Objects);
        attachments = new(Objects);
        Structure = Tree.AddRoot(StructureType.Document);
        Outline = new(Destinations);
    }

    /// <summary>The root of the structure, a <see cref="StructureType.Document"/>.</summary>
    public StructureElement Structure { get; }

    public PdfOutline Outline { get; }

    public int PageCount => pages.Count;

    /// <summary>Destinations that links and bookmarks lead to and that no page has set so far.</summary>
    public IReadOnlyCollection<string> MissingDestinations => Destinations.Missing;

    internal ObjectWriter Objects { get; }

    internal StructureTree Tree { get; }

    internal int OpenCanvases { get; set; }

    internal Destinations Destinations { get; } = new();

    /// <summary>Adds a page at the end; measures are in points.</summary>
    public PdfPage AddPage(double width, double height) => InsertPage(pages.Count, width, height);

    /// <summary>Adds a page before the one that has the index now.</summary>
    public PdfPage InsertPage(int index, double width, double height)
    {
        var page = new PdfPage(this, width, height);
        pages.Insert(index, page);
        for (var i = index; i < pages.Count; i++)
            pages[i].Index = i;
        return page;
    }

    public PdfForm CreateForm(double width, double height) => new(this, ++forms, width, height);

    /// <param name="name">As a file name, unique in the document.</param>
    /// <param name="description">What the file is, in words.</param>
    /// <exception cref="PdfSettingsException">The file is PDF/A-2, which does not allow it.</exception>
    public void Attach(
        string name, string mediaType, ReadOnlySpan<byte> bytes, string description, AttachmentRelationship relationship, DateTimeOffset modified)
    {
        if (settings.Conformance == PdfConformance.Ua1AndA2a)
            throw new PdfSettingsException("A PDF/A-2 file cannot have data attached. Choose PDF/A-3 or leave the attachments out.");
        attachments.Add(name, mediaType, bytes, description, relationship, modified);
    }

    /// <param name="labels">By page, rising; the first for page 0.</param>
    public void SetPageLabels(params ImmutableArray<PageLabel> labels) => this.labels = labels;

    /// <summary>Finishes the file.</summary>
    /// <exception cref="InvalidOperationException">A canvas is still open, or there is no page.</exception>
    /// <exception cref="FontFileException">The outlines of a font are damaged.</exception>
    public void Save()
    {
        if (OpenCanvases > 0)
            throw new InvalidOperationException("A canvas is still open: what is on it would be missing from the file.");
        if (pages.Count == 0)
            throw new InvalidOperationException("A PDF has at least one page.");
        using var body = new ByteWriter(4096);
        foreach (var (image, (_, number)) in images)
            ImageWriter.Write(Objects, image, number);
        fonts.Write();
        Tree.Finish(Structure);
        var pageTree = WritePages(body);
        body.Clear();
        body.Raw("<</Type/Catalog/Pages"u8).Reference(pageTree).Raw("/StructTreeRoot"u8).Reference(Tree.Root)
            .Raw("/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/Lang"u8).Text(settings.Language)
            .Raw("/Metadata"u8).Reference(WriteMetadata());
        if (encryption is not null)
            body.Raw("/Extensions<</ADBE<</BaseVersion/1.7/ExtensionLevel 8>>>>"u8);
        if (Outline.Any)
            body.Raw("/PageMode/UseOutlines/Outlines"u8).Reference(Outline.Write(Objects));
        WriteNames(body);
        if (!labels.IsEmpty)
        {
            body.Raw("/PageLabels<</Nums["u8);
            foreach (var label in labels)
                label.Write(body);
            body.Raw("]>>"u8);
        }

        if (settings.IsArchivable)
            body.Raw("/OutputIntents["u8).Reference(WriteOutputIntent()).Raw("]"u8);
        var catalog = Objects.Add(body.Raw(">>"u8).Written);
        Finish(catalog);
    }

    public void Dispose()
    {
        Objects.Dispose();
        Tree.Dispose();
        cipher?.Dispose();
    }

    internal EmbeddedFont Embed(FontFace face) => fonts.Get(face);

    internal (string Name, int Number) Embed(PdfImage image)
    {
        if (image.IsCmyk && settings.IsArchivable)
            throw new ImageFileException("its colours are CMYK, which a PDF/A file for screens cannot hold");
        if (!images.TryGetValue(image, out var known))
            images.Add(image, known = (string.Create(CultureInfo.InvariantCulture, $"I{images.Count + 1}"), Objects.Reserve()));
        return known;
    }

    internal (string Name, int Number) AddPattern(PdfGradient gradient, Matrix matrix)
    {
        using var body = new ByteWriter();
        gradient.Write(body, matrix);
        return (string.Create(CultureInfo.InvariantCulture, $"P{++patterns}"), Objects.Add(body.Written));
    }

    internal (string Name, int Number) AddOpacity(double fill, double stroke)
    {
        if (opacities.TryGetValue((fill, stroke), out var known))
            return known;
        using var body = new ByteWriter(64);
        var number = Objects.Add(body.Raw("<</Type/ExtGState/ca "u8).Number(fill).Raw("/CA "u8).Number(stroke).Raw(">>"u8).Written);
        known = (string.Create(CultureInfo.InvariantCulture, $"G{opacities.Count + 1}"), number);
        opacities.Add((fill, stroke), known);
        return known;
    }

    private int WritePages(ByteWriter body)
    {
        var tree = Objects.Reserve();
        body.Raw("<</Type/Pages/Count "u8).Number(pages.Count).Raw("/Kids["u8);
        foreach (var page in pages)
        {
            page.Write(tree);
            body.Reference(page.Number);
        }

        Objects.Add(tree, body.Raw("]>>"u8).Written);
        return tree;
    }

    private int WriteMetadata()
    {
        var number = Objects.Reserve();
        Objects.AddEncoded(number, "/Type/Metadata/Subtype/XML"u8, XmpMetadata.Write(settings, Producer), default);
        return number;
    }

    private void WriteNames(ByteWriter body)
    {
        if (!Destinations.Any && !attachments.Any)
            return;
        body.Raw("/Names<<"u8);
        if (Destinations.Any)
        {
            body.Raw("/Dests"u8);
            Destinations.Write(body);
        }

        if (attachments.Any)
            attachments.WriteNames(body);
        body.Raw(">>"u8);
        if (attachments.Any)
            attachments.WriteAssociation(body);
    }

    private int WriteOutputIntent()
    {
        var profile = Objects.Reserve();
        Objects.AddStream(profile, "/N 3"u8, ColorProfile.MakeSrgb());
        using var body = new ByteWriter(256);
        return Objects.Add(body.Raw("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/DestOutputProfile"u8)
            .Reference(profile).Raw(">>"u8).Written);
    }

    private void Finish(int catalog)
    {
        using var body = new ByteWriter();
        body.Raw("<</Title"u8).Text(XmpMetadata.Plain(settings.Title));
        if (!string.IsNullOrEmpty(settings.Author))
            body.Raw("/Author"u8).Text(XmpMetadata.Plain(settings.Author));
        if (!string.IsNullOrEmpty(settings.Subject))
            body.Raw("/Subject"u8).Text(XmpMetadata.Plain(settings.Subject));
        if (!string.IsNullOrEmpty(settings.Creator))
            body.Raw("/Creator"u8).Text(XmpMetadata.Plain(settings.Creator));
        var date = PdfDate.Text(settings.Created);
        var information = Objects.Add(body.Raw("/Producer"u8).Text(Producer).Raw("/CreationDate"u8).Text(date)
            .Raw("/ModDate"u8).Text(date).Raw(">>"u8).Written);
        using var trailer = new ByteWriter(128);
        trailer.Raw("/Root"u8).Reference(catalog).Raw("/Info"u8).Reference(information);
        body.Clear();
        var encrypt = 0;
        if (encryption is not null)
        {
            encrypt = Objects.Reserve();
            encryption.Write(body);
            trailer.Raw("/Encrypt"u8).Reference(encrypt);
        }

        Objects.Finish(trailer.Written, encrypt, body.Written);
    }
}
