namespace Daybook.Composition;

/// <summary>What readers of a protected file may do with it.</summary>
public enum ReaderPermission
{
    Print,

    /// <summary>Copy text and pictures. Reading aloud is always allowed.</summary>
    Copy,
    Modify,

    /// <summary>Add comments.</summary>
    Annotate,

    /// <summary>Insert, delete and turn pages.</summary>
    Assemble,
}
