namespace Daybook.Analysis;

/// <summary>For the model <c>rest_api</c>, whose endpoint the template names.</summary>
internal sealed class RestOptions
{
    /// <summary>Hosts that templates may send prompts and tokens to; without any, the provider is off.</summary>
    public IList<string> Hosts { get; } = [];

    /// <summary>What <c>api_token</c> of a block may name: the token itself, <c>env:NAME</c> or <c>file:/path</c>.</summary>
    public IDictionary<string, string> Tokens { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
