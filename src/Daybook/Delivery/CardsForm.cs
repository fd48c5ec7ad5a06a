namespace Daybook.Delivery;

/// <summary>How metric cards stand in a mail.</summary>
internal enum CardsForm
{
    /// <summary>As words, which are read with pictures off, aloud and at night.</summary>
    Text,

    /// <summary>As pictures with their words as alternative, the same in every mail program.</summary>
    Pictures,
}
