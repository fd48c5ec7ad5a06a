using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Composition;
using Daybook.Tests.Outgoing;

namespace Daybook.Tests.Analysis;

/// <summary>Each provider is asked as its documentation says, and its answer is read as it gives it.</summary>
public sealed class ProviderTests
{
    private const string Completion =
        """{"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"gpt-4o-2024-08-06","choices":[{"index":0,"message":{"role":"assistant","content":"Hello!","refusal":null},"logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":19,"completion_tokens":10,"total_tokens":29}}""";

    private static void Same(string expected, LoopbackRequest request) => Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), request.Json), request.Text);

    private static (string Content, string Model, string? Reason, int? Total) Shown(AnalysisRecord record)
    {
        Assert.True(record.State == AnalysisState.Answered, record.ErrorMessage);
        return (record.Answer!.Content, record.Answer.Model, record.Answer.FinishReason, record.Answer.TotalTokens);
    }

    [Fact]
    public async Task OpenAI_is_asked_for_a_chat_completion()
    {
        await using var fake = await FakeModels.StartAsync(_ => (200, Completion));
        fake.Options.Providers.OpenAi.Organization = "org-1";
        var record = await fake.AskAsync(FakeModels.Request("gpt-4o") with { TopP = 0.9m, FrequencyPenalty = 0.5m, PresencePenalty = -1m });

        Assert.Equal(("Hello!", "gpt-4o-2024-08-06", "stop", 29), Shown(record));
        Assert.Equal(("openai", $"{fake.Server.Address}v1/chat/completions", 1, false), (record.Provider, record.Endpoint, record.Tries, record.Answer!.FromCache));
        var request = Assert.Single(fake.Server.Requests);
        Assert.Equal(("POST", "/v1/chat/completions", "Bearer sk-openai", "org-1", "application/json"), (request.Method, request.Target, request.Headers["Authorization"], request.Headers["OpenAI-Organization"], request.Headers["Content-Type"]));
        Assert.DoesNotContain("OpenAI-Project", request.Headers.Keys);
        Same(
            """{"model":"gpt-4o","messages":[{"role":"system","content":"the rules"},{"role":"user","content":"the prompt"}],"max_tokens":100,"temperature":0.7,"top_p":0.9,"frequency_penalty":0.5,"presence_penalty":-1}""",
            request);
    }

    [Fact]
    public async Task A_reasoning_model_gets_no_settings_that_it_refuses()
    {
        await using var fake = await FakeModels.StartAsync(_ => (200, Completion));
        await fake.AskAsync(FakeModels.Request("gpt-5-mini") with { TopP = 0.9m });
        Same("""{"model":"gpt-5-mini","messages":[{"role":"system","content":"the rules"},{"role":"user","content":"the prompt"}],"max_completion_tokens":100}""", fake.Server.Requests.Single());
    }

    [Theory]
    [InlineData("claude-sonnet-4-5", "claude-sonnet-4-5")]
    [InlineData("claude", "claude-3-haiku-20240307")]
    public async Task Anthropic_is_asked_for_a_message(string model, string asked)
    {
        await using var fake = await FakeModels.StartAsync(_ => (200,
            """{"id":"msg_1","type":"message","role":"assistant","model":"claude-x","content":[{"type":"text","text":"Hello"},{"type":"text","text":" there"}],"stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":12,"output_tokens":6}}"""));
        var record = await fake.AskAsync(FakeModels.Request(model) with { Temperature = 1.5m, TopP = 0.9m });

        Assert.Equal(("Hello there", "claude-x", "end_turn", 18), Shown(record));
        var request = Assert.Single(fake.Server.Requests);
        Assert.Equal(("/v1/messages", "sk-anthropic", "2023-06-01"), (request.Target, request.Headers["x-api-key"], request.Headers["anthropic-version"]));
        Assert.DoesNotContain("Authorization", request.Headers.Keys);
        Same($$"""{"model":"{{asked}}","max_tokens":100,"system":"the rules","messages":[{"role":"user","content":"the prompt"}],"temperature":1}""", request);
    }

    [Fact]
    public async Task Ollama_is_asked_to_chat_and_told_its_context()
    {
        await using var fake = await FakeModels.StartAsync(_ => (200,
            """{"model":"llama3.2","created_at":"2026-05-04T18:00:00Z","message":{"role":"assistant","content":"Hi"},"done_reason":"stop","done":true,"total_duration":1,"prompt_eval_count":26,"eval_count":4}"""));
        var record = await fake.AskAsync(FakeModels.Request("ollama/llama3.2"));

        Assert.Equal(("Hi", "llama3.2", "stop", 30), Shown(record));
        var request = Assert.Single(fake.Server.Requests);
        Assert.Equal("/api/chat", request.Target);
        Same("""{"model":"llama3.2","messages":[{"role":"system","content":"the rules"},{"role":"user","content":"the prompt"}],"stream":false,"options":{"num_predict":100,"num_ctx":4000,"temperature":0.7}}""", request);
    }

    [Fact]
    public async Task GSAi_is_asked_by_the_name_before_the_slash_for_the_model_behind_it()
    {
        await using var fake = await FakeModels.StartAsync(_ => (200, Completion));
        var record = await fake.AskAsync(FakeModels.Request("gsai-api-1/claude_3_5_sonnet"));

        Assert.Equal("gsai", record.Provider);
        var request = Assert.Single(fake.Server.Requests);
        Assert.Equal(("/gsai/chat/completions", "Bearer gsai-token", "claude_3_5_sonnet"), (request.Target, request.Headers["Authorization"], request.Json.GetProperty("model").GetString()));
    }

    private static AnalysisRequest Rest(FakeModels fake, string method = "POST", string path = "choices.0.text", string body = """{"input":"all","n":5}""") => FakeModels.Request("rest_api") with
    {
        Rest = new RestCall(
            $"{fake.Server.Address}ask?k=v", method, ImmutableSortedDictionary<string, string>.Empty.Add("Authorization", "Bearer {{ api_token }}").Add("X-Team", "red"), "answers", JsonElement.Parse(body), path),
    };

    [Fact]
    public async Task An_endpoint_of_ones_own_gets_the_body_and_the_headers_of_the_template()
    {
        await using var fake = await FakeModels.StartAsync(_ => (200, """{"model":"own","choices":[{"text":"Fine"}]}"""));
        var record = await fake.AskAsync(Rest(fake));

        Assert.Equal(("Fine", "own", null, null), Shown(record));
        Assert.Equal($"{fake.Server.Address}ask", record.Endpoint);
        var request = Assert.Single(fake.Server.Requests);
        Assert.Equal(("/ask?k=v", "Bearer rest-token", "red"), (request.Target, request.Headers["Authorization"], request.Headers["X-Team"]));
        Same("""{"input":"all","n":5}""", request);
        Assert.DoesNotContain("rest-token", JsonSerializer.Serialize(record), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_GET_the_body_is_the_query()
    {
        await using var fake = await FakeModels.StartAsync(_ => (200, """{"choices":[{"text":"Fine"}]}"""));
        Assert.Equal("Fine", Shown(await fake.AskAsync(Rest(fake, "GET"))).Content);
        var request = Assert.Single(fake.Server.Requests);
        Assert.Equal(("GET", "/ask?k=v&input=all&n=5", ""), (request.Method, request.Target, request.Text));
    }

    [Theory]
    [InlineData("choices.1.text", "has no 'choices.1'")]
    [InlineData("choices.0.words", "has no 'choices.0.words'")]
    [InlineData("choices.0", "'choices.0' is not text")]
    public async Task A_path_that_leads_nowhere_is_named_by_its_step(string path, string problem)
    {
        await using var fake = await FakeModels.StartAsync(_ => (200, """{"choices":[{"text":"Fine"}]}"""));
        var record = await fake.AskAsync(Rest(fake, path: path));
        Assert.Equal((AnalysisState.Failed, "model_bad_answer"), (record.State, record.ErrorCode));
        Assert.Contains(problem, record.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gpt-4o", "")]
    [InlineData("gpt-4o", "<html>maintenance</html>")]
    [InlineData("gpt-4o", "[]")]
    [InlineData("gpt-4o", """{"choices":[]}""")]
    [InlineData("gpt-4o", """{"choices":[{"message":{"content":null}}]}""")]
    [InlineData("gpt-4o", """{"choices":[{"message":{"content":" "}}]}""")]
    [InlineData("claude-x", """{"content":"text"}""")]
    [InlineData("claude-x", """{"content":[]}""")]
    [InlineData("ollama/x", """{"message":{"role":"assistant"}}""")]
    public async Task Garbage_is_a_failed_answer_and_not_asked_for_again(string model, string body)
    {
        await using var fake = await FakeModels.StartAsync(_ => (200, body));
        var record = await fake.AskAsync(FakeModels.Request(model));
        Assert.Equal((AnalysisState.Failed, "model_bad_answer", 1), (record.State, record.ErrorCode, record.Tries));
        Assert.Single(fake.Server.Requests);
    }

    [Theory]
    [InlineData("gpt-4o", """{"choices":[{"message":{"content":null,"refusal":"I cannot."},"finish_reason":"stop"}]}""")]
    [InlineData("gpt-4o", """{"choices":[{"message":{"content":"par"},"finish_reason":"content_filter"}]}""")]
    [InlineData("claude-x", """{"content":[],"stop_reason":"refusal"}""")]
    public async Task A_refusal_is_told_as_one(string model, string body)
    {
        await using var fake = await FakeModels.StartAsync(_ => (200, body));
        Assert.Equal("model_refused", (await fake.AskAsync(FakeModels.Request(model))).ErrorCode);
    }
}
