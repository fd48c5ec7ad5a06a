using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Export;

/// <summary>Gives each section the id its links point to: the section's own, with characters that no id may hold replaced, made unique.</summary>
internal sealed class Anchors
{
    private readonly Dictionary<string, string> _bySection = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public Anchors(ReportDocument document)
    {
        foreach (var section in document.Sections)
            Add(section);
    }

    public string Of(Section section) => _bySection[section.Id];

    /// <summary>The id that <c>#target</c> means, or null when no section has that name.</summary>
    public string? Find(string target) => _bySection.GetValueOrDefault(target);

    private void Add(Section section)
    {
        // A leading underscore is kept for the page's own ids.
        var wanted = string.Concat(section.Id.Select(c => char.IsWhiteSpace(c) || char.IsControl(c) ? '-' : c)).TrimStart('_');
        if (wanted.Length == 0)
            wanted = "section";
        var anchor = wanted;
        for (var i = 2; !_taken.Add(anchor); i++)
            anchor = $"{wanted}-{i}";
        _bySection.TryAdd(section.Id, anchor);
        AddAll(section.Blocks);
    }

    private void AddAll(ImmutableArray<DocumentBlock> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Section section:
                    Add(section);
                    break;
                case Callout callout:
                    AddAll(callout.Blocks);
                    break;
                case Quote quote:
                    AddAll(quote.Blocks);
                    break;
                case ListBlock list:
                    foreach (var item in list.Items)
                        AddAll(item.Blocks);
                    break;
            }
        }
    }
}
