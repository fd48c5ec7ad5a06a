namespace Daybook.Analysis;

/// <summary>For models <c>claude…</c>.</summary>
internal sealed class AnthropicOptions
{
    /// <summary>The key itself, <c>env:NAME</c> or <c>file:/path</c>; empty switches the provider off.</summary>
    public string ApiKey { get; set; } = "";

    public string BaseUrl { get; set; } = "https://api.anthropic.com/v1";
}
