namespace Daybook.Jinja.Compilation;

/// <summary>Where a scope's variable gets its first value.</summary>
internal enum LoadKind
{
    /// <summary>Set by whoever enters the scope.</summary>
    Parameter,

    /// <summary>Looked up in the context.</summary>
    Resolve,

    /// <summary>Copied from the same name in an outer scope.</summary>
    Alias,

    /// <summary>Nothing yet.</summary>
    Undefined,
}
