using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>Takes the keys of another program's object one by one and reports those that nobody took.</summary>
/// <param name="path">Of the object in the file, such as <c>template.blocks[0]</c>; empty for the whole.</param>
internal sealed class ImportReading(MappingNode node, string path, DiagnosticBag diagnostics)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public SourceLocation Location => node.Location;

    public DiagnosticBag Diagnostics => diagnostics;

    /// <summary>The value of the first of the keys that is there; null when none is.</summary>
    public TemplateNode? Take(params ReadOnlySpan<string> keys)
    {
        TemplateNode? found = null;
        foreach (var key in keys)
        {
            if (found is null && node.Find(key) is { } entry)
            {
                taken.Add(key);
                found = entry.Value is ScalarNode { Kind: ScalarKind.Null } ? null : entry.Value;
            }
        }

        return found;
    }

    /// <summary>The texts of a list; empty, and nothing is taken, when there is no list or anything else is in it.</summary>
    public ImmutableArray<string> TakeTexts(string key)
    {
        if (node.Find(key)?.Value is not SequenceNode list || list.Items.Any(item => (item as ScalarNode)?.AsText() is null))
            return [];
        taken.Add(key);
        return [.. list.Items.Select(item => ((ScalarNode)item).AsText()!.Text)];
    }

    /// <summary>An object of the object, to be taken apart in the same way.</summary>
    public ImportReading? TakeObject(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (node.Find(key)?.Value is MappingNode child)
            {
                taken.Add(key);
                return new ImportReading(child, PathOf(key), diagnostics);
            }
        }

        return null;
    }

    public ImmutableArray<ImportReading> TakeObjects(string key)
    {
        if (node.Find(key) is not { } entry)
            return [];
        taken.Add(key);
        if (entry.Value is not SequenceNode list)
        {
            diagnostics.Error(
                DiagnosticCodes.WrongType,
                entry.Value.Location,
                $"'{PathOf(key)}' must be a list, but is {NodeWords.Describe(entry.Value)}");
            return [];
        }

        foreach (var (index, item) in list.Items.Index().Where(item => item.Item is not MappingNode))
        {
            diagnostics.Error(
                DiagnosticCodes.WrongType,
                item.Location,
                $"'{PathOf(key)}[{index}]' must be an object, but is {NodeWords.Describe(item)}");
        }

        return
        [
            .. list.Items.Index().Where(item => item.Item is MappingNode)
                .Select(item => new ImportReading((MappingNode)item.Item, $"{PathOf(key)}[{item.Index}]", diagnostics)),
        ];
    }

    public string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";

    public void ReportUntaken()
    {
        foreach (var entry in node.Entries.Where(entry => !taken.Contains(entry.Key)))
        {
            diagnostics.Warning(
                DiagnosticCodes.UnmappedKey,
                entry.Location,
                $"'{PathOf(entry.Key)}' has no counterpart in a template and is left out");
        }
    }

    public void ReportAssumed(string message) => diagnostics.Warning(DiagnosticCodes.AssumedValue, Location, message);
}
