namespace Daybook.Analysis;

/// <summary>For models <c>ollama/NAME</c>.</summary>
internal sealed class OllamaOptions
{
    /// <summary>Such as <c>http://127.0.0.1:11434</c>; empty switches the provider off.</summary>
    public string BaseUrl { get; set; } = "";
}
