namespace Daybook.Jinja;

/// <summary>What may be done with a name, attribute or item that does not exist.</summary>
public enum UndefinedKind
{
    /// <summary>Nothing but asking whether it is defined (Jinja2's StrictUndefined).</summary>
    Strict,

    /// <summary>It prints as nothing, is false and empty; anything more is an error (Jinja2's Undefined).</summary>
    Default,

    /// <summary>As <see cref="Default"/>, and its attributes and items are itself (Jinja2's ChainableUndefined).</summary>
    Chainable,

    /// <summary>As <see cref="Default"/>, and it prints as its own name in braces (Jinja2's DebugUndefined).</summary>
    Debug,
}
