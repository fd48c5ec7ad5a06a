namespace Daybook.Jinja;

/// <summary>What of a dict's entries a view shows.</summary>
internal enum PyDictViewKind
{
    Items,
    Keys,
    Values,
}
