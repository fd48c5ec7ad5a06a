using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Daybook.Analysis;
using Daybook.Composition;
using Daybook.Tests.Outgoing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Daybook.Tests.Analysis;

/// <summary>Tries, waits, limits and what is kept of answers.</summary>
public sealed class ModelAnalystTests
{
    private const string Good = """{"model":"m","choices":[{"message":{"content":"Fine"},"finish_reason":"stop"}]}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(529)]
    public async Task What_may_pass_is_tried_again(int status)
    {
        await using var fake = await FakeModels.StartAsync(n => n < 2 ? (status, "{}") : (200, Good), retryAfter: "0");
        var record = await fake.AskAsync(FakeModels.Request("gpt-4o"));
        Assert.Equal((AnalysisState.Answered, 3), (record.State, record.Tries));
        Assert.Equal(3, fake.Server.Requests.Count);
    }

    [Fact]
    public async Task After_so_many_tries_the_last_reason_is_told()
    {
        await using var fake = await FakeModels.StartAsync(_ => (503, """{"error":{"message":"secret detail"}}"""));
        var record = await fake.AskAsync(FakeModels.Request("gpt-4o"));
        Assert.Equal((AnalysisState.Failed, "model_unavailable", 4, "127.0.0.1 answered 503 (ServiceUnavailable)."), (record.State, record.ErrorCode, record.Tries, record.ErrorMessage));
    }

    [Theory]
    [InlineData(400, """{"error":{"message":"bad\nfield"}}""", "model_request_rejected", "127.0.0.1 answered 400 (BadRequest): “bad field”.")]
    [InlineData(401, """{"error":{"message":"Incorrect API key sk-openai"}}""", "model_sign_in_refused", "127.0.0.1 answered 401 (Unauthorized); its key or token has to be corrected in the settings.")]
    [InlineData(404, """{"error":"model 'x' not found"}""", "model_unknown", "127.0.0.1 answered 404 (NotFound): “model 'x' not found”. The model or the address is not known there.")]
    [InlineData(429, """{"error":{"code":"insufficient_quota"}}""", "model_quota_used_up", "127.0.0.1 answered 429 (TooManyRequests): the account there has nothing left.")]
    [InlineData(302, "", "model_request_rejected", "127.0.0.1 answered 302 (Found); redirects are not followed with a prompt. Set the final address.")]
    public async Task What_does_not_pass_is_told_at_once(int status, string body, string code, string message)
    {
        await using var fake = await FakeModels.StartAsync(_ => (status, body));
        var record = await fake.AskAsync(FakeModels.Request("gpt-4o"));
        Assert.Equal((AnalysisState.Failed, code, 1, message), (record.State, record.ErrorCode, record.Tries, record.ErrorMessage));
        Assert.Single(fake.Server.Requests);
    }

    [Fact]
    public async Task Who_asks_for_a_longer_wait_than_the_block_has_is_not_waited_for()
    {
        await using var fake = await FakeModels.StartAsync(_ => (429, "{}"), retryAfter: "3600");
        var record = await fake.AskAsync(FakeModels.Request("gpt-4o"));
        Assert.Equal(
            ("model_rate_limited", 1, "127.0.0.1 answered 429 (TooManyRequests). It asks to wait 3,600 seconds; the section has 120 in all."), (record.ErrorCode, record.Tries, record.ErrorMessage));
    }

    [Fact]
    public async Task A_wait_that_is_asked_for_is_kept()
    {
        var clock = new WatchedClock(TimeSpan.FromSeconds(30));
        await using var fake = await FakeModels.StartAsync(n => n == 0 ? (429, "{}") : (200, Good), retryAfter: "30");
        using var analyst = fake.Analyst(clock);
        var asked = analyst.AnswerAsync(FakeModels.Request("gpt-4o"), Cancel);
        await clock.Waiting.WaitAsync(Cancel);
        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Single(fake.Server.Requests);
        clock.Advance(TimeSpan.FromSeconds(1));
        var record = await asked;
        Assert.Equal((AnalysisState.Answered, 2, 30_000), (record.State, record.Tries, record.DurationMs));
    }

    [Fact]
    public async Task A_model_that_says_nothing_is_given_up_after_its_time()
    {
        await using var server = await Loopback.StartAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        var options = new AiOptions { BlockSeconds = 1 };
        options.Providers.Ollama.BaseUrl = server.Address.ToString();
        using var http = OutgoingHttpTests.Http("127.0.0.1");
        using var analyst = new ModelAnalyst(new ModelProviders(options, http, TimeProvider.System), options, TimeProvider.System);
        var record = await analyst.AnswerAsync(FakeModels.Request("ollama/slow"), Cancel);
        Assert.Equal((AnalysisState.Failed, "model_timeout"), (record.State, record.ErrorCode));
    }

    [Fact]
    public async Task A_report_that_is_asked_to_end_ends_the_question()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await using var server = await Loopback.StartAsync(async (context, _) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        var options = new AiOptions();
        options.Providers.Ollama.BaseUrl = server.Address.ToString();
        using var http = OutgoingHttpTests.Http("127.0.0.1");
        using var analyst = new ModelAnalyst(new ModelProviders(options, http, TimeProvider.System), options, TimeProvider.System);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => analyst.AnswerAsync(FakeModels.Request("ollama/slow"), stop.Token));
    }

    [Fact]
    public async Task A_host_that_takes_no_connections_is_tried_again_and_told()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using var fake = await FakeModels.StartAsync(_ => (200, Good));
        fake.Options.Providers.OpenAi.BaseUrl = $"http://{taken.LocalEndPoint}/v1";
        var record = await fake.AskAsync(FakeModels.Request("gpt-4o"));
        Assert.Equal(("connection_failed", 4), (record.ErrorCode, record.Tries));
    }

    [Fact]
    public async Task The_same_question_is_asked_once_within_the_hour_and_any_other_again()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.Zero));
        await using var fake = await FakeModels.StartAsync(_ => (200, Good));
        using var analyst = fake.Analyst(clock);
        var request = FakeModels.Request("gpt-4o");
        Assert.False((await analyst.AnswerAsync(request, Cancel)).Answer!.FromCache);
        clock.Advance(TimeSpan.FromMinutes(59));
        var again = await analyst.AnswerAsync(request with { BlockId = "other" }, Cancel);
        Assert.Equal((true, 0, "other", new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.Zero)), (again.Answer!.FromCache, again.Tries, again.Request.BlockId, again.Answer.AnsweredAt));
        Assert.Single(fake.Server.Requests);

        foreach (var other in new[]
        {
            request with { Prompt = "another" }, request with { System = "another" }, request with { Model = "gpt-4" }, request with { Model = "gsai-api-1/gpt-4o" }, request with { Temperature = 0 },
            request with { MaxTokens = 99 }, request with { ContextWindow = 99 }, request with { TopP = 1 }, request with { FrequencyPenalty = 1 }, request with { PresencePenalty = 1 },
        })
            Assert.False((await analyst.AnswerAsync(other, Cancel)).Answer!.FromCache);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False((await analyst.AnswerAsync(request, Cancel)).Answer!.FromCache);
    }

    [Fact]
    public async Task A_failure_is_never_kept()
    {
        await using var fake = await FakeModels.StartAsync(n => n == 0 ? (400, "{}") : (200, Good));
        using var analyst = fake.Analyst();
        Assert.Equal(AnalysisState.Failed, (await analyst.AnswerAsync(FakeModels.Request("gpt-4o"), Cancel)).State);
        Assert.Equal(AnalysisState.Answered, (await analyst.AnswerAsync(FakeModels.Request("gpt-4o"), Cancel)).State);
    }

    [Fact]
    public async Task No_more_questions_are_open_at_once_than_allowed()
    {
        var open = new ConcurrentQueue<TaskCompletionSource>();
        using var arrived = new SemaphoreSlim(0);
        await using var server = await Loopback.StartAsync(async (context, _) =>
        {
            var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            open.Enqueue(gate);
            arrived.Release();
            await gate.Task;
            await context.Response.WriteAsync("""{"message":{"content":"Fine"}}""");
        });
        var options = new AiOptions { Parallel = 2, CacheMinutes = 0 };
        options.Providers.Ollama.BaseUrl = server.Address.ToString();
        using var http = OutgoingHttpTests.Http("127.0.0.1");
        using var analyst = new ModelAnalyst(new ModelProviders(options, http, TimeProvider.System), options, TimeProvider.System);
        var asked = Enumerable.Range(0, 6).Select(n => analyst.AnswerAsync(FakeModels.Request("ollama/m") with { Prompt = $"{n}" }, Cancel)).ToList();
        for (var done = 0; done < 6; done++)
        {
            await arrived.WaitAsync(Cancel);
            Assert.InRange(open.Count, 1, 2);
            Assert.True(open.TryDequeue(out var gate));
            gate.SetResult();
        }

        Assert.All(await Task.WhenAll(asked), record => Assert.Equal(AnalysisState.Answered, record.State));
    }
}
