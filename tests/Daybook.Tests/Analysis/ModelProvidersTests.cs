using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Analysis;
using Daybook.Composition;
using Daybook.Tests.Outgoing;
using Microsoft.Extensions.Configuration;

namespace Daybook.Tests.Analysis;

/// <summary>Which provider answers for a model, and what is wrong with settings.</summary>
public sealed class ModelProvidersTests
{
    private static ImmutableArray<string> Problems(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Ai:" + setting.Name, (string?)setting.Value))).Build();
        var options = new AiOptions();
        configuration.GetSection("Ai").Bind(options);
        using var http = OutgoingHttpTests.Http();
        return [.. new ProvidersCheck(configuration, http, TimeProvider.System).Validate(null, options).Failures ?? []];
    }

    [Theory]
    [InlineData("gpt-4o", "no AI provider is configured for the model gpt-4o; an administrator can set Ai:Providers:OpenAi:ApiKey.")]
    [InlineData("claude-x", "no AI provider is configured for the model claude-x; an administrator can set Ai:Providers:Anthropic:ApiKey.")]
    [InlineData("ollama/x", "no AI provider is configured for the model ollama/x; an administrator can set Ai:Providers:Ollama:BaseUrl.")]
    [InlineData("gsai-api-2/x", "no AI provider is configured for the model gsai-api-2/x; an administrator can set Ai:Providers:Gsai:2:BaseUrl.")]
    [InlineData("default", "no AI model is set up as the default (Ai:DefaultModel).")]
    public void A_missing_provider_only_leaves_its_models_unanswered(string model, string reason)
    {
        using var http = OutgoingHttpTests.Http();
        Assert.Null(new ModelProviders(new AiOptions(), http, TimeProvider.System).Find(FakeModels.Request(model), out var missing));
        Assert.Equal(reason, missing);
    }

    [Theory]
    [InlineData("https://elsewhere.example/ask", "answers", "no AI provider is configured for elsewhere.example; an administrator can add it to Ai:Providers:Rest:Hosts.")]
    [InlineData("https://models.example/ask", "other", "the api_token 'other' is not stored; an administrator can set Ai:Providers:Rest:Tokens:other.")]
    [InlineData("nowhere", null, "the endpoint 'nowhere' is no address such as https://models.example/v1/answers.")]
    public void An_endpoint_gets_prompts_and_tokens_only_where_an_administrator_allows_it(string endpoint, string? token, string reason)
    {
        var options = new AiOptions();
        options.Providers.Rest.Hosts.Add("models.example");
        options.Providers.Rest.Tokens["answers"] = "secret";
        using var http = OutgoingHttpTests.Http();
        var request = FakeModels.Request("rest_api") with { Rest = new RestCall(endpoint, "POST", ImmutableSortedDictionary<string, string>.Empty, token, JsonElement.Parse("{}"), "content") };
        Assert.Null(new ModelProviders(options, http, TimeProvider.System).Find(request, out var missing));
        Assert.Equal(reason, missing);
    }

    [Fact]
    public void The_default_is_the_model_that_the_settings_name()
    {
        var options = new AiOptions { DefaultModel = "gpt-4o" };
        options.Providers.OpenAi.ApiKey = "k";
        using var http = OutgoingHttpTests.Http();
        Assert.Equal("gpt-4o", new ModelProviders(options, http, TimeProvider.System).Find(FakeModels.Request("default"), out _)!.Model);
    }

    [Fact]
    public void Good_settings_have_no_problems() => Assert.Empty(Problems(
        ("DefaultModel", "claude-x"), ("Providers:OpenAi:ApiKey", "k"), ("Providers:Anthropic:ApiKey", "k"), ("Providers:Gsai:1:BaseUrl", "https://gsai.example/api/v1"), ("Providers:Gsai:1:AuthToken", "t"),
        ("Providers:Rest:Hosts:0", "models.example"), ("Providers:Rest:Tokens:answers", "t")));

    [Theory]
    [InlineData("Providers:OpenAi:ApiKy", "k", "there is no setting Ai:Providers:OpenAi:ApiKy; the section has ApiKey, BaseUrl, Organization, Project")]
    [InlineData("Providers:Mistral:ApiKey", "k", "there is no setting Ai:Providers:Mistral; the section has Anthropic, Gsai, Ollama, OpenAi, Rest")]
    [InlineData("Providers:OpenAi:ApiKey", "env:DAYBOOK_TEST_NO_SUCH_VARIABLE", "Ai:Providers:OpenAi:ApiKey refers to the environment variable DAYBOOK_TEST_NO_SUCH_VARIABLE, which is not set")]
    [InlineData("Providers:OpenAi:ApiKey", "a\nb", "Ai:Providers:OpenAi:ApiKey holds characters that no header can")]
    [InlineData("Providers:Ollama:BaseUrl", "http://127.0.0.1:11434", "Ai:Providers:Ollama:BaseUrl is the server's own; only Outgoing:AllowedPrivate can permit it")]
    [InlineData("Providers:Ollama:BaseUrl", "nonsense", "Ai:Providers:Ollama:BaseUrl must be an address such as https://models.example/v1")]
    [InlineData("Providers:Gsai:1:AuthType", "none", "Ai:Providers:Gsai:1:BaseUrl must be an address such as https://models.example/v1")]
    [InlineData("DefaultModel", "llama", "Ai:DefaultModel is 'llama'; write gpt…, claude…, gsai-api-NAME/MODEL, ollama/MODEL or none")]
    public void A_wrong_setting_is_named(string name, string value, string problem) => Assert.Equal(problem, Assert.Single(Problems((name, value))));
}
