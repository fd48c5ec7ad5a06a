namespace Daybook.Composition;

/// <summary>How the question to a model ended.</summary>
public enum AnalysisState
{
    Answered,

    /// <summary>Nobody was asked, because nobody is there who could be.</summary>
    Unavailable,

    Failed,
}
