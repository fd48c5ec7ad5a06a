namespace Daybook.Jinja.Python;

/// <summary>The flags of a <c>%</c> conversion.</summary>
[Flags]
internal enum PercentFlags
{
    None = 0,

    /// <summary><c>-</c>: padding after the text.</summary>
    Left = 1,

    /// <summary><c>+</c>: always a sign.</summary>
    Plus = 2,

    /// <summary>A space in the place of a plus sign.</summary>
    Space = 4,

    /// <summary><c>#</c>: prefix, or the point kept.</summary>
    Alternate = 8,

    /// <summary><c>0</c>: zeros after the sign.</summary>
    Zero = 16,
}
