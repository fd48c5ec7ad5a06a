using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Templates;

/// <summary>One place at which two versions of a template differ.</summary>
/// <param name="Path">Such as <c>blocks[summary].template</c>; blocks are found by their id, wherever they stand.</param>
/// <param name="Before">Null for something added.</param>
/// <param name="After">Null for something removed.</param>
internal sealed record TemplateDifference(string Path, string Change, JsonElement? Before, JsonElement? After)
{
    public static ImmutableArray<TemplateDifference> Between(JsonElement before, JsonElement after)
    {
        var found = ImmutableArray.CreateBuilder<TemplateDifference>();
        Compare("", before, after, found);
        return found.ToImmutable();
    }

    private static void Compare(string path, JsonElement before, JsonElement after, ImmutableArray<TemplateDifference>.Builder found)
    {
        if (before.ValueKind == JsonValueKind.Object && after.ValueKind == JsonValueKind.Object)
            Pairwise(before.EnumerateObject().ToDictionary(key => Join(path, key.Name), key => key.Value), after.EnumerateObject().ToDictionary(key => Join(path, key.Name), key => key.Value), found);
        else if (Identified(path, before) is { } left && Identified(path, after) is { } right)
            Pairwise(left, right, found);
        else if (!JsonElement.DeepEquals(before, after))
            found.Add(new TemplateDifference(path, "changed", before, after));
    }

    private static void Pairwise(Dictionary<string, JsonElement> before, Dictionary<string, JsonElement> after, ImmutableArray<TemplateDifference>.Builder found)
    {
        foreach (var (path, value) in before)
        {
            if (after.TryGetValue(path, out var other))
                Compare(path, value, other, found);
            else
                found.Add(new TemplateDifference(path, "removed", value, null));
        }

        foreach (var (path, value) in after.Where(pair => !before.ContainsKey(pair.Key)))
            found.Add(new TemplateDifference(path, "added", null, value));
    }

    /// <returns>The items by their ids; null for a value that is no list of things with different ids.</returns>
    private static Dictionary<string, JsonElement>? Identified(string path, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return null;
        var items = new Dictionary<string, JsonElement>();
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("id", out var id) || !items.TryAdd($"{path}[{id}]", item))
                return null;
        }

        return items;
    }

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
