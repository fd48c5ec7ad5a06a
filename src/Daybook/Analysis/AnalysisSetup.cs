using Daybook.Hosting;
using Daybook.Outgoing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Daybook.Analysis;

public static class AnalysisSetup
{
    public static IServiceCollection AddAnalysis(this IServiceCollection services) => services
        .AddOptionsOf<AiOptions, AiOptionsCheck>(AiOptions.Section)
        .AddSingleton<IValidateOptions<AiOptions>, ProvidersCheck>()
        .AddSingleton(provider => new ModelProviders(provider.GetRequiredService<IOptions<AiOptions>>().Value, provider.GetRequiredService<OutgoingHttp>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IAnalyst>(provider => new ModelAnalyst(provider.GetRequiredService<ModelProviders>(), provider.GetRequiredService<IOptions<AiOptions>>().Value, provider.GetRequiredService<TimeProvider>()))
        .ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AnalysisJson.Default));

    /// <summary>The analyst of a command, which has no server; with the same settings and the same checks.</summary>
    /// <exception cref="OptionsValidationException">Settings are wrong; each message names one.</exception>
    /// <exception cref="InvalidOperationException">A setting is not of its type; the message names it.</exception>
    internal static IAnalyst ForCommand(IConfiguration configuration, TimeProvider clock)
    {
        var outgoing = Bound(configuration, "Outgoing", new OutgoingOptions(), new OutgoingOptionsCheck(), new AllowedPrivateCheck());
        var http = new OutgoingHttp(new OutgoingHosts(Options.Create(outgoing)), Options.Create(outgoing));
        var options = Bound(configuration, AiOptions.Section, new AiOptions(), new AiOptionsCheck(), new ProvidersCheck(configuration, http, clock));
        return new ModelAnalyst(new ModelProviders(options, http, clock), options, clock);
    }

    private static TOptions Bound<TOptions>(IConfiguration configuration, string section, TOptions options, params IValidateOptions<TOptions>[] checks)
        where TOptions : class
    {
        configuration.GetSection(section).Bind(options);
        string[] failures = [.. checks.Prepend(new KnownSettings<TOptions>(configuration, section)).Select(check => check.Validate(null, options)).Where(result => result.Failed).SelectMany(result => result.Failures!)];
        return failures.Length == 0 ? options : throw new OptionsValidationException(section, typeof(TOptions), failures);
    }
}
