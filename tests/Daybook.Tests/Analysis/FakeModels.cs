using Daybook.Analysis;
using Daybook.Composition;
using Daybook.Tests.Outgoing;
using Microsoft.AspNetCore.Http;

namespace Daybook.Tests.Analysis;

/// <summary>A server on loopback that answers as the providers do, and an analyst that asks it.</summary>
internal sealed class FakeModels : IAsyncDisposable
{
    private readonly Daybook.Outgoing.OutgoingHttp _http = OutgoingHttpTests.Http("127.0.0.1");

    private FakeModels(Loopback server) => Server = server;

    public Loopback Server { get; }

    public AiOptions Options { get; } = new();

    /// <param name="answer">Status and body of the answer to the n-th request, from 0.</param>
    public static async Task<FakeModels> StartAsync(Func<int, (int Status, string Body)> answer, string? retryAfter = null)
    {
        var count = -1;
        var fake = new FakeModels(await Loopback.StartAsync(async (context, _) =>
        {
            var (status, body) = answer(Interlocked.Increment(ref count));
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            if (retryAfter is not null && status >= 400)
                context.Response.Headers.RetryAfter = retryAfter;
            await context.Response.WriteAsync(body);
        }));
        var (providers, address) = (fake.Options.Providers, fake.Server.Address.ToString());
        (providers.OpenAi.ApiKey, providers.OpenAi.BaseUrl) = ("sk-openai", address + "v1");
        (providers.Anthropic.ApiKey, providers.Anthropic.BaseUrl) = ("sk-anthropic", address + "v1/");
        providers.Ollama.BaseUrl = address;
        providers.Gsai["1"] = new GsaiOptions { BaseUrl = address + "gsai", AuthToken = "gsai-token" };
        providers.Rest.Hosts.Add("127.0.0.1");
        providers.Rest.Tokens["answers"] = "rest-token";
        return fake;
    }

    public ModelProviders Providers() => new(Options, _http, TimeProvider.System);

    public ModelAnalyst Analyst(TimeProvider? clock = null) => new(Providers(), Options, clock ?? TimeProvider.System) { FirstWait = TimeSpan.FromMilliseconds(5) };

    public async Task<AnalysisRecord> AskAsync(AnalysisRequest request)
    {
        using var analyst = Analyst();
        return await analyst.AnswerAsync(request, TestContext.Current.CancellationToken);
    }

    public static AnalysisRequest Request(string model) => new()
    {
        BlockId = "words", Model = model, System = "the rules", Prompt = "the prompt", Temperature = 0.7m, MaxTokens = 100, ContextWindow = 4000,
    };

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }
}
