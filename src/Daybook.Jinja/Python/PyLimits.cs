namespace Daybook.Jinja.Python;

/// <summary>How large a single value may grow; an operation that would exceed it fails before it allocates.</summary>
internal sealed record PyLimits
{
    public static PyLimits Default { get; } = new();

    /// <summary>UTF-16 units in one text.</summary>
    public int TextLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>Items in one list, tuple or dict.</summary>
    public int Items { get; init; } = 1_000_000;

    /// <summary>Bits in one integer.</summary>
    public int IntegerBits { get; init; } = 256 * 1024;

    public void CheckText(long length)
    {
        if (length > TextLength)
            throw PyErrors.Limit($"a text of {length} characters is longer than the limit of {TextLength}");
    }

    public void CheckItems(long count)
    {
        if (count > Items)
            throw PyErrors.Limit($"a sequence of {count} items is longer than the limit of {Items}");
    }

    public void CheckBits(long bits)
    {
        if (bits > IntegerBits)
            throw PyErrors.Limit($"an integer of {bits} bits is larger than the limit of {IntegerBits}");
    }
}
