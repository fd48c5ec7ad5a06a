namespace Daybook.Jinja.Parsing;

/// <summary>Where a tuple without brackets of its own stands.</summary>
internal enum TupleMode
{
    /// <summary>Any expressions.</summary>
    Full,

    /// <summary>Inside parentheses: may be empty.</summary>
    Parenthesized,

    /// <summary>After <c>in</c> or <c>if</c>: no inline conditions.</summary>
    WithoutConditions,

    /// <summary>What is assigned to: names only.</summary>
    Target,
}
