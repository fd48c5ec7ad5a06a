using System.Text.Json;

namespace Daybook.Composition;

/// <summary>A dataset, or a part of one that a dotted path leads to. Made once a composition and shared by its blocks.</summary>
internal abstract class DataNode
{
    private object? _templateValue;
    private bool _isConverted;

    /// <summary>The value as templates see it; they cannot change it.</summary>
    public object? TemplateValue
    {
        get
        {
            if (!_isConverted)
                (_templateValue, _isConverted) = (Convert(), true);
            return _templateValue;
        }
    }

    /// <summary>The names or positions a path may continue with.</summary>
    public abstract IEnumerable<string> Names { get; }

    public static DataNode Of(DatasetContent content) => content switch
    {
        DatasetRows rows => new RowsNode(rows),
        DatasetValue value => new JsonNode(value.Value),
        _ => throw new ArgumentException("a failed dataset has no data", nameof(content)),
    };

    /// <returns>Null when there is nothing of that name; a position behind the end of a list is a value of null.</returns>
    public abstract DataNode? Child(string name);

    /// <summary>The value as rows; null when it is not a list of objects.</summary>
    public abstract DatasetRows? AsRows();

    public abstract JsonElement AsJson();

    public abstract void WriteTo(Utf8JsonWriter writer);

    protected abstract object? Convert();
}
