namespace Daybook.Tests.Commands;

/// <summary>A YAML example of a reference page.</summary>
/// <param name="Place">Page and line, for messages.</param>
/// <param name="Yaml">A whole template, or its <c>datasets</c>, or blocks.</param>
/// <param name="Expected">The sections in Markdown as the page shows them; null where it shows none.</param>
public sealed record PageExample(string Place, string Yaml, string? Expected)
{
    public bool IsTemplate => Yaml.StartsWith("metadata:", StringComparison.Ordinal) || Yaml.StartsWith('#');

    public bool IsDatasets => Yaml.StartsWith("datasets:", StringComparison.Ordinal);

    public override string ToString() => Place;
}
