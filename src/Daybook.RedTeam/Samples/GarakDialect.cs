namespace Daybook.RedTeam;

/// <summary>The shapes of garak's log that the samples are written in.</summary>
internal enum GarakDialect
{
    /// <summary>0.9.0.16: texts instead of objects, <c>detector.</c> before names, no digest.</summary>
    Early,

    /// <summary>0.13.0: conversations, <c>passed</c> of <c>total</c>, a digest.</summary>
    Conversations,

    /// <summary>0.14.1: fails, nones and confidence intervals in evaluations.</summary>
    Current,
}
