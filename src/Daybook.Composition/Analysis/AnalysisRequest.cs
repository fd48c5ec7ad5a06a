namespace Daybook.Composition;

/// <summary>What a model is asked for one block. The same template and snapshot give the same request.</summary>
public sealed record AnalysisRequest
{
    /// <summary>The rendered id of the block.</summary>
    public required string BlockId { get; init; }

    /// <summary>As the template names it.</summary>
    public required string Model { get; init; }

    /// <summary>What holds for every answer: what is data and what is not, and the form of the answer.</summary>
    public required string System { get; init; }

    /// <summary>As it is sent. Text from data stands between <c>⟦</c> and <c>⟧</c>.</summary>
    public required string Prompt { get; init; }

    /// <summary>Characters at the end of the prompt that did not fit; 0 when all did.</summary>
    public int CutCharacters { get; init; }

    public required decimal Temperature { get; init; }

    public required int MaxTokens { get; init; }

    /// <summary>In tokens; prompt and answer share it.</summary>
    public required int ContextWindow { get; init; }

    /// <summary>Null leaves the provider's own.</summary>
    public decimal? TopP { get; init; }

    /// <summary>Null leaves the provider's own.</summary>
    public decimal? FrequencyPenalty { get; init; }

    /// <summary>Null leaves the provider's own.</summary>
    public decimal? PresencePenalty { get; init; }

    /// <summary>How a <c>rest_api</c> model is called; null for every other.</summary>
    public RestCall? Rest { get; init; }
}
