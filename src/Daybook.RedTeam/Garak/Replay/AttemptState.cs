namespace Daybook.RedTeam;

/// <summary>What an attempt record means beside the others of its run.</summary>
internal enum AttemptState
{
    Finished,

    /// <summary>Answered and never scored.</summary>
    Unfinished,

    NeverSent,

    /// <summary>A scored attempt written once more.</summary>
    Duplicate,

    /// <summary>A later record tells more of the same attempt.</summary>
    Superseded,
}
