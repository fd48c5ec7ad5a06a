namespace Daybook.Analysis;

/// <summary>For models <c>gpt…</c>: OpenAI, or whoever speaks its chat completions.</summary>
internal sealed class OpenAiOptions
{
    /// <summary>The key itself, <c>env:NAME</c> or <c>file:/path</c>; empty switches the provider off.</summary>
    public string ApiKey { get; set; } = "";

    public string BaseUrl { get; set; } = "https://api.openai.com/v1";

    /// <summary>Empty sends none.</summary>
    public string Organization { get; set; } = "";

    /// <summary>Empty sends none.</summary>
    public string Project { get; set; } = "";
}
