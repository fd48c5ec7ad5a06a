using System.Collections.Immutable;

namespace Daybook.Export;

/// <summary>TrueType or OpenType files of one family. A face that is missing is replaced by the regular one.</summary>
/// <param name="Name">Names the family in messages.</param>
public sealed record ThemeFontFiles(string Name, ImmutableArray<byte> Regular)
{
    public ImmutableArray<byte>? Bold { get; init; }

    public ImmutableArray<byte>? Italic { get; init; }

    public ImmutableArray<byte>? BoldItalic { get; init; }
}
