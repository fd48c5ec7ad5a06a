using System.Collections.Immutable;
using Daybook.Pdf.Reading.Files;
using Daybook.Pdf.Reading.Filters;
using Daybook.Pdf.Reading.Objects;
using Daybook.Pdf.Reading.Protection;

namespace Daybook.Pdf.Reading;

/// <summary>A PDF file of any origin, read on demand. Damage that can be got over is listed in <see cref="Problems"/>. Not for use by several threads at once.</summary>
public sealed class PdfFile
{
    private const int MaxReferences = 32;

    private readonly byte[] data;
    private readonly Dictionary<int, PdfObject> loaded = [];
    private readonly HashSet<int> loading = [];
    private readonly List<ReadingProblem> problems = [];
    private readonly HashSet<ReadingProblem> known = [];
    private readonly List<(SyntaxFault Fault, int ObjectNumber)> faults = [];
    private readonly ObjectStreams objectStreams;
    private readonly StreamDecoder decoder;
    private CrossReferences references;
    private bool rebuilt;

    private PdfFile(byte[] data, int headerOffset, ReadingLimits limits)
    {
        this.data = data;
        HeaderOffset = headerOffset;
        Limits = limits;
        objectStreams = new ObjectStreams(this);
        decoder = new StreamDecoder(limits, Report);
        references = CrossReferences.Empty;
    }

    /// <summary>Damage found so far. Reading more of the file can find more.</summary>
    public IReadOnlyList<ReadingProblem> Problems => problems;

    public bool IsEncrypted => Decryption is not null;

    public int PageCount => Pages.Length;

    internal IReadOnlyList<(SyntaxFault Fault, int ObjectNumber)> SyntaxFaults => faults;

    internal ReadingLimits Limits { get; }

    /// <summary>Bytes before the header.</summary>
    internal int HeaderOffset { get; }

    /// <summary>The file from its header on.</summary>
    internal byte[] Data => data;

    internal PdfDictionary Trailer => references.Trailer;

    internal PdfDictionary Catalog { get; private set; } = PdfDictionary.Empty;

    internal ImmutableArray<FilePage> Pages { get; private set; } = [];

    internal Decryption? Decryption { get; private set; }

    internal IEnumerable<int> ObjectNumbers => references.Numbers;

    /// <param name="password">Of the reader or of the owner; null where the file needs none.</param>
    /// <exception cref="PdfReadException">The file is no PDF, is cut off, damaged beyond reading, or does not open with the password.</exception>
    public static PdfFile Open(ReadOnlyMemory<byte> bytes, string? password = null) => Open(bytes, password, ReadingLimits.Default);

    internal static PdfFile Open(ReadOnlyMemory<byte> bytes, string? password, ReadingLimits limits)
    {
        if (bytes.IsEmpty)
            throw new PdfReadException(PdfReadError.NotPdf, "The file is empty.");
        var header = bytes.Span[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8);
        if (header < 0)
            throw new PdfReadException(PdfReadError.NotPdf, "The file is not a PDF: it does not begin with '%PDF-'.");
        var file = new PdfFile(bytes[header..].ToArray(), header, limits);
        file.Start(password);
        return file;
    }

    internal static PdfObject? Resolve(PdfFile? file, PdfObject value)
    {
        var resolved = value;
        for (var i = 0; resolved is PdfReference reference; i++)
        {
            if (file is null || i == MaxReferences)
                return null;
            resolved = file.Load(reference.Number);
        }

        return resolved is PdfNull ? null : resolved;
    }

    /// <summary>An indirect object; null where there is none.</summary>
    internal PdfObject? Load(int number)
    {
        if (loaded.TryGetValue(number, out var known))
            return known;
        if (loading.Count > Limits.Depth || !references.TryGet(number, out var place) || !loading.Add(number))
            return null;
        try
        {
            var value = place.IsInStream ? LoadFromStream(place.Container, number) : LoadAt(place, number);
            if (value is null)
                return rebuilt ? null : RebuildAndLoad(number);
            return loaded[number] = value;
        }
        finally
        {
            loading.Remove(number);
        }
    }

    /// <summary>The bytes a stream stands for; image formats (JPEG and the like) are left as they are.</summary>
    internal DecodedStream Decode(PdfStream stream)
    {
        var bytes = stream.Raw;
        if (Decryption is { } decryption && stream.ObjectNumber > 0 && stream.Dictionary.Name("Type") != "XRef")
            bytes = decryption.DecryptStream(stream);
        return decoder.Decode(stream.Dictionary, bytes, stream.ObjectNumber);
    }

    internal void Report(string message, int? objectNumber)
    {
        var problem = new ReadingProblem(message, objectNumber > 0 ? objectNumber : null);
        if (known.Add(problem))
            problems.Add(problem);
    }

    internal void Note(SyntaxFault fault, int objectNumber) => faults.Add((fault, objectNumber));

    private void Start(string? password)
    {
        try
        {
            references = new CrossReferenceReader(this).Read();
        }
        catch (DamagedReferencesException damage)
        {
            Rebuild(damage.Message);
        }

        Protect(password);
        if (!FindPages() && !rebuilt)
        {
            Rebuild("the document catalog or its pages cannot be found through it");
            Protect(password);
            FindPages();
        }

        if (Pages.IsEmpty)
        {
            var cutOff = data.AsSpan().LastIndexOf("%%EOF"u8) < 0;
            throw new PdfReadException(cutOff ? PdfReadError.Truncated : PdfReadError.Damaged, cutOff
                ? "The file is cut off: it ends before its end mark, and no page can be found in what is left."
                : "The file is damaged: no page can be found in it.");
        }
    }

    private void Protect(string? password)
    {
        Decryption = null;
        if (Trailer.Dictionary("Encrypt") is not { } encrypt)
            return;
        Decryption = Decryption.Open(encrypt, Trailer.Array("ID")?[0] is PdfString id ? id.Bytes : [], password);
        loaded.Clear();
        objectStreams.Clear();
    }

    private bool FindPages()
    {
        Catalog = Trailer.Dictionary("Root") ?? PdfDictionary.Empty;
        Pages = PageTree.Read(this);
        return !Pages.IsEmpty;
    }

    private void Rebuild(string reason)
    {
        rebuilt = true;
        loaded.Clear();
        objectStreams.Clear();
        Report($"The cross-reference table is damaged ({reason}); the objects were found by searching the whole file.", null);
        references = new CrossReferenceSearch(this).Find();
    }

    private PdfObject? RebuildAndLoad(int number)
    {
        var decryption = Decryption;
        Rebuild($"object {number} is not where it says");
        Decryption = decryption;
        loading.Remove(number);
        return Load(number);
    }

    /// <summary>An object stream is never in an object stream; a file that says so could make them hold each other.</summary>
    private PdfObject? LoadFromStream(int container, int number) =>
        references.TryGet(container, out var place) && !place.IsInStream ? objectStreams.Load(container, number) : null;

    /// <returns>Null where the object is not at its place.</returns>
    private PdfObject? LoadAt(ObjectPlace place, int number)
    {
        var read = new IndirectObjectReader(this, data).Read(place.Offset);
        if (read is null || read.Number != number)
            return null;
        var isEncryption = Trailer.Raw("Encrypt") is PdfReference encrypt && encrypt.Number == number;
        return Decryption is { } decryption && !isEncryption
            ? decryption.DecryptStrings(read.Value, number, read.Generation)
            : read.Value;
    }
}
