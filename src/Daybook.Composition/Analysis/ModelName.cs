namespace Daybook.Composition;

/// <summary>How the name of a model chooses who answers.</summary>
public static class ModelName
{
    public const string None = "none";
    public const string Default = "default";
    public const string Rest = "rest_api";

    /// <summary>Before the name of a stored GSAi service.</summary>
    public const string GsaiPrefix = "gsai-api-";

    public const string OllamaPrefix = "ollama/";

    /// <summary>The forms there are, for messages.</summary>
    public const string Forms = "gpt…, claude…, gsai-api-NAME/MODEL, ollama/MODEL, rest_api, default or none";

    /// <returns>Null for a name that chooses nobody.</returns>
    public static ModelKind? KindOf(string model) => model switch
    {
        None => ModelKind.None,
        Default => ModelKind.Default,
        Rest => ModelKind.Rest,
        _ when model.StartsWith("gpt", StringComparison.Ordinal) => ModelKind.OpenAi,
        _ when model.StartsWith("claude", StringComparison.Ordinal) => ModelKind.Anthropic,
        _ when model.StartsWith(GsaiPrefix, StringComparison.Ordinal) && model.IndexOf('/', StringComparison.Ordinal) is var slash && slash > GsaiPrefix.Length && slash < model.Length - 1 => ModelKind.Gsai,
        _ when model.StartsWith(OllamaPrefix, StringComparison.Ordinal) && model.Length > OllamaPrefix.Length => ModelKind.Ollama,
        _ => null,
    };
}
