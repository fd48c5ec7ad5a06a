namespace Daybook.Pdf;

/// <summary>A font installed on the system: where it is, and what its place in the order of preference depends on.</summary>
internal sealed class InstalledFont : IComparable<InstalledFont>
{
    private readonly string path;

    private InstalledFont(string path, FontFace face)
    {
        this.path = path;
        Face = face;
        IsBold = face.Weight >= 600;
        IsItalic = face.ItalicAngle != 0;
        var file = Path.GetFileNameWithoutExtension(path);
        Family = $"{Path.GetDirectoryName(path)}/{file.Split('-')[0]}#{face.File.Index}";
        IsNoto = file.StartsWith("NotoSans", StringComparison.Ordinal);
    }

    public FontFace Face { get; }

    /// <summary>Files of one folder whose names are the same up to a dash.</summary>
    public string Family { get; }

    public bool IsBold { get; }

    public bool IsItalic { get; }

    private bool IsNoto { get; }

    /// <summary>The usable fonts of a file; damaged ones and those that may not be embedded are passed over.</summary>
    public static IEnumerable<InstalledFont> Read(string path)
    {
        ReadOnlyMemory<byte> file;
        try
        {
            file = MappedFile.Open(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            yield break;
        }

        for (var index = 0; TryLoad(file, path, index) is { } face; index++)
        {
            yield return new(path, face);
            if (!IsCollection(file.Span))
                break;
        }
    }

    public int CompareTo(InstalledFont? other) => other is null ? 1 : Key().CompareTo(other.Key()) switch
    {
        0 => string.CompareOrdinal(path, other.path) switch { 0 => Face.File.Index.CompareTo(other.Face.File.Index), var order => order },
        var order => order,
    };

    private (bool, bool, int) Key() => (!IsNoto, IsItalic, Math.Abs(Face.Weight - 400));

    private static bool IsCollection(ReadOnlySpan<byte> file) => SfntFile.U32(file, 0) == SfntFile.Tag("ttcf");

    private static FontFace? TryLoad(ReadOnlyMemory<byte> file, string path, int index)
    {
        try
        {
            return FontFace.Load(file, Path.GetFileName(path), index);
        }
        catch (FontFileException)
        {
            return null;
        }
    }
}
