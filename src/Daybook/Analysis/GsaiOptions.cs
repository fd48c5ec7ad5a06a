namespace Daybook.Analysis;

/// <summary>One GSAi service.</summary>
internal sealed class GsaiOptions
{
    public string BaseUrl { get; set; } = "";

    /// <summary>The token itself, <c>env:NAME</c> or <c>file:/path</c>.</summary>
    public string AuthToken { get; set; } = "";

    /// <summary><c>bearer</c> or <c>none</c>.</summary>
    public string AuthType { get; set; } = "bearer";
}
