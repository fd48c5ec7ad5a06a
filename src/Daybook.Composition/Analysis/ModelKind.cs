namespace Daybook.Composition;

/// <summary>Who answers for a model, as its name says.</summary>
public enum ModelKind
{
    /// <summary>Nobody is asked: the text is rule-based.</summary>
    None,

    /// <summary>The model that the server's settings name.</summary>
    Default,

    OpenAi,

    Anthropic,

    Gsai,

    Rest,

    Ollama,
}
