using System.Collections.Immutable;
using Daybook.Composition;
using Daybook.Hosting;
using Daybook.Outgoing;

namespace Daybook.Analysis;

/// <summary>The providers of this server, and which of them answers for a model.</summary>
internal sealed class ModelProviders
{
    private const string Section = AiOptions.Section + ":Providers";

    private readonly ImmutableArray<string>.Builder _problems = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableDictionary<string, GsaiOptions> _gsai;
    private readonly ImmutableDictionary<string, string> _tokens;
    private readonly AiOptions _options;
    private readonly OutgoingHttp _http;
    private readonly TimeProvider _clock;
    private readonly string _openAiKey;
    private readonly string _anthropicKey;

    public ModelProviders(AiOptions options, OutgoingHttp http, TimeProvider clock)
    {
        (_options, _http, _clock) = (options, http, clock);
        var providers = options.Providers;
        _openAiKey = Secret("OpenAi:ApiKey", providers.OpenAi.ApiKey);
        _anthropicKey = Secret("Anthropic:ApiKey", providers.Anthropic.ApiKey);
        if (_openAiKey.Length > 0)
            CheckAddress("OpenAi:BaseUrl", providers.OpenAi.BaseUrl);
        if (_anthropicKey.Length > 0)
            CheckAddress("Anthropic:BaseUrl", providers.Anthropic.BaseUrl);
        if (providers.Ollama.BaseUrl.Length > 0)
            CheckAddress("Ollama:BaseUrl", providers.Ollama.BaseUrl);
        _gsai = providers.Gsai.ToImmutableDictionary(service => service.Key, service => Checked(service.Key, service.Value), StringComparer.OrdinalIgnoreCase);
        _tokens = providers.Rest.Tokens.ToImmutableDictionary(token => token.Key, token => Secret($"Rest:Tokens:{token.Key}", token.Value), StringComparer.Ordinal);
        if (ModelName.KindOf(options.DefaultModel) is null or ModelKind.Default or ModelKind.Rest)
            _problems.Add($"{AiOptions.Section}:DefaultModel is '{options.DefaultModel}'; write gpt…, claude…, gsai-api-NAME/MODEL, ollama/MODEL or none");
    }

    /// <summary>Everything wrong with the settings, each naming one; a server with any does not start.</summary>
    public ImmutableArray<string> Problems => _problems.ToImmutable();

    /// <param name="missing">Why nobody can be asked; a sentence without its first capital. Null when somebody can.</param>
    public ModelChoice? Find(AnalysisRequest request, out string? missing)
    {
        var model = request.Model == ModelName.Default ? _options.DefaultModel : request.Model;
        var (choice, lacking) = ModelName.KindOf(model) switch
        {
            ModelKind.OpenAi => _openAiKey.Length > 0 ? (OpenAi(model), null) : Lacks(model, "OpenAi:ApiKey"),
            ModelKind.Anthropic => _anthropicKey.Length > 0 ? (Anthropic(model), null) : Lacks(model, "Anthropic:ApiKey"),
            ModelKind.Ollama => _options.Providers.Ollama.BaseUrl is { Length: > 0 } address ? (Ollama(model, address), null) : Lacks(model, "Ollama:BaseUrl"),
            ModelKind.Gsai => Gsai(model),
            ModelKind.Rest => Rest(request.Rest!),
            ModelKind.None or ModelKind.Default => (null, $"no AI model is set up as the default ({AiOptions.Section}:DefaultModel)."),
            null => (null, $"the model {model} is not supported; write {ModelName.Forms}."),
            _ => throw new InvalidOperationException($"unknown model {model}"),
        };
        missing = lacking;
        return choice;
    }

    private static (ModelChoice?, string?) Lacks(string model, string setting) =>
        (null, $"no AI provider is configured for the model {model}; an administrator can set {Section}:{setting}.");

    private ModelChoice OpenAi(string model)
    {
        var settings = _options.Providers.OpenAi;
        var headers = Headers(("Authorization", "Bearer " + _openAiKey), ("OpenAI-Organization", settings.Organization), ("OpenAI-Project", settings.Project));
        return Choice("openai", model, new OpenAiChat(new ModelCall(_http, _clock, At(settings.BaseUrl, "chat/completions"), headers, Timeout)));
    }

    private ModelChoice Anthropic(string model)
    {
        var headers = Headers(("x-api-key", _anthropicKey), ("anthropic-version", AnthropicChat.Version));
        var name = model == "claude" ? AnthropicChat.DefaultModel : model;
        return Choice("anthropic", name, new AnthropicChat(new ModelCall(_http, _clock, At(_options.Providers.Anthropic.BaseUrl, "messages"), headers, Timeout)));
    }

    private ModelChoice Ollama(string model, string address) =>
        Choice("ollama", model[ModelName.OllamaPrefix.Length..], new OllamaChat(new ModelCall(_http, _clock, At(address, "api/chat"), [], Timeout)));

    private (ModelChoice?, string?) Gsai(string model)
    {
        var slash = model.IndexOf('/', StringComparison.Ordinal);
        var name = model[ModelName.GsaiPrefix.Length..slash];
        if (!_gsai.TryGetValue(name, out var service))
            return Lacks(model, $"Gsai:{name}:BaseUrl");
        var headers = service.AuthType == "none" ? [] : Headers(("Authorization", "Bearer " + service.AuthToken));
        return (Choice("gsai", model[(slash + 1)..], new OpenAiChat(new ModelCall(_http, _clock, At(service.BaseUrl, "chat/completions"), headers, Timeout))), null);
    }

    private (ModelChoice?, string?) Rest(RestCall call)
    {
        if (!Uri.TryCreate(call.Endpoint, UriKind.Absolute, out var endpoint))
            return (null, $"the endpoint '{call.Endpoint}' is no address such as https://models.example/v1/answers.");
        if (!_options.Providers.Rest.Hosts.Contains(endpoint.Host, StringComparer.OrdinalIgnoreCase))
            return (null, $"no AI provider is configured for {endpoint.Host}; an administrator can add it to {Section}:Rest:Hosts.");
        if (call.ApiToken is { } token && !_tokens.ContainsKey(token))
            return (null, $"the api_token '{token}' is not stored; an administrator can set {Section}:Rest:Tokens:{token}.");
        var secret = call.ApiToken is { } named ? _tokens[named] : "";
        return (Choice("rest", endpoint.Host, new RestChat(new ModelCall(_http, _clock, endpoint, [], Timeout), call, secret)), null);
    }

    private static ModelChoice Choice(string provider, string model, JsonChat client) => new(provider, client.Endpoint, model, client);

    /// <summary>Longer than a block has, so that the limit of the block ends a call and says so.</summary>
    private TimeSpan Timeout => TimeSpan.FromSeconds(_options.BlockSeconds + 60);

    private static ImmutableArray<KeyValuePair<string, string>> Headers(params ReadOnlySpan<(string Name, string Value)> headers) =>
        [.. headers.ToArray().Where(header => header.Value.Length > 0).Select(header => KeyValuePair.Create(header.Name, header.Value))];

    private static Uri At(string address, string path) => new($"{address.TrimEnd('/')}/{path}");

    private GsaiOptions Checked(string name, GsaiOptions service)
    {
        CheckAddress($"Gsai:{name}:BaseUrl", service.BaseUrl);
        if (service.AuthType is not ("bearer" or "none"))
            _problems.Add($"{Section}:Gsai:{name}:AuthType is '{service.AuthType}'; write bearer or none");
        var token = service.AuthType == "none" ? "" : Secret($"Gsai:{name}:AuthToken", service.AuthToken);
        if (service.AuthType == "bearer" && service.AuthToken.Length == 0)
            _problems.Add($"{Section}:Gsai:{name}:AuthToken is needed with AuthType bearer");
        return new GsaiOptions { BaseUrl = service.BaseUrl, AuthType = service.AuthType, AuthToken = token };
    }

    private void CheckAddress(string setting, string address)
    {
        var refusal = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? _http.Refusal(uri) : "must be an address such as https://models.example/v1";
        if (refusal is not null)
            _problems.Add($"{Section}:{setting} {refusal}");
    }

    private string Secret(string setting, string value)
    {
        try
        {
            var secret = SecretReference.Read(value);
            if (secret.Any(character => !char.IsAscii(character) || char.IsControl(character)))
                throw new FormatException("holds characters that no header can");
            return secret;
        }
        catch (FormatException wrong)
        {
            _problems.Add($"{Section}:{setting} {wrong.Message}");
            return "";
        }
    }
}
