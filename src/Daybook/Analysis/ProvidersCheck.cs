using Daybook.Hosting;
using Daybook.Outgoing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Daybook.Analysis;

/// <summary>Stops the start when a provider is set up wrongly: unknown settings, addresses that may not be called, secrets that are not there.</summary>
internal sealed class ProvidersCheck(IConfiguration configuration, OutgoingHttp http, TimeProvider clock) : IValidateOptions<AiOptions>
{
    public ValidateOptionsResult Validate(string? name, AiOptions options)
    {
        var section = AiOptions.Section + ":Providers";
        List<string> failures =
        [
            .. UnknownSettings.Of(configuration, section, typeof(AiProvidersOptions)),
            .. UnknownSettings.Of(configuration, section + ":OpenAi", typeof(OpenAiOptions)),
            .. UnknownSettings.Of(configuration, section + ":Anthropic", typeof(AnthropicOptions)),
            .. UnknownSettings.Of(configuration, section + ":Ollama", typeof(OllamaOptions)),
            .. UnknownSettings.Of(configuration, section + ":Rest", typeof(RestOptions)),
            .. options.Providers.Gsai.Keys.SelectMany(key => UnknownSettings.Of(configuration, $"{section}:Gsai:{key}", typeof(GsaiOptions))),
            .. new ModelProviders(options, http, clock).Problems,
        ];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
