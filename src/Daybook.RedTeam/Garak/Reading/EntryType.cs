namespace Daybook.RedTeam;

internal enum EntryType
{
    Unknown,
    Config,
    Setup,
    Init,
    Attempt,
    Eval,
    ProbeSummary,
    Completion,
    PluginCache,

    /// <summary>Bulky descriptions of payloads and prompt trees, which no figure needs.</summary>
    Metadata,
    Digest,

    /// <summary>A line of a hitlog; it has no entry type and is known by its keys.</summary>
    Hit,
}
