using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>Collects the entries of an object; a key that stands twice is an error, and its first value stays.</summary>
internal sealed class MappingEntries(DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, SourceLocation> keys = new(StringComparer.Ordinal);
    private readonly ImmutableArray<MappingEntry>.Builder entries = ImmutableArray.CreateBuilder<MappingEntry>();

    public void Add(string key, SourceLocation place, TemplateNode value)
    {
        if (keys.TryAdd(key, place))
            entries.Add(new MappingEntry(key, place, value));
        else
        {
            diagnostics.Error(
                DiagnosticCodes.DuplicateKey,
                place,
                $"'{key}' stands twice in the same object; it first stands in line {keys[key].Line}",
                "Keep one of the two.");
        }
    }

    public ImmutableArray<MappingEntry> ToImmutable() => entries.ToImmutable();
}
