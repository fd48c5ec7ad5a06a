using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Daybook.Tests.Outgoing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Daybook.Tests.Delivery.Channels;

/// <summary>Slack's Web API as it is documented: methods, the order of an upload, and the limits of blocks. It answers with Slack's own errors.</summary>
internal sealed class SlackFake : IAsyncDisposable
{
    public const string Token = "xoxb-1-secret";

    private readonly ConcurrentDictionary<string, (int Length, bool IsUploaded)> _files = new();
    private Loopback _server = null!;

    /// <summary>Methods in the order they were called.</summary>
    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>Arguments of the last call of each method.</summary>
    public ConcurrentDictionary<string, Dictionary<string, string>> Arguments { get; } = new();

    /// <summary>What a method answers instead, each once.</summary>
    public ConcurrentDictionary<string, Queue<Func<HttpContext, Task>>> Instead { get; } = new();

    public int Port => _server.Port;

    public static async Task<SlackFake> StartAsync()
    {
        var fake = new SlackFake();
        fake._server = await Loopback.StartAsync(fake.AnswerAsync);
        return fake;
    }

    public static Func<HttpContext, Task> Error(string error, int status = 200, string? retryAfter = null, string? needed = null) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsync(JsonSerializer.Serialize(new { ok = false, error, needed }));
    };

    public SlackFake On(string method, Func<HttpContext, Task> answer)
    {
        Instead.GetOrAdd(method, _ => new Queue<Func<HttpContext, Task>>()).Enqueue(answer);
        return this;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, LoopbackRequest request)
    {
        var method = request.Path.Split('/')[^1];
        if (request.Path.StartsWith("/upload/", StringComparison.Ordinal))
        {
            Calls.Enqueue("upload");
            await UploadAsync(context, method, request.Body);
            return;
        }

        Calls.Enqueue(method);
        var arguments = QueryHelpers.ParseQuery(request.Text).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        Arguments[method] = arguments;
        if (Instead.TryGetValue(method, out var queue) && queue.TryDequeue(out var instead))
            await instead(context);
        else if (request.Headers.GetValueOrDefault("Authorization") != "Bearer " + Token)
            await Error("invalid_auth")(context);
        else
            await context.Response.WriteAsync(JsonSerializer.Serialize(Answer(method, arguments)));
    }

    private async Task UploadAsync(HttpContext context, string file, byte[] body)
    {
        // Slack answers 200 only to exactly as many bytes as were announced.
        if (!_files.TryGetValue(file, out var known) || known.Length != body.Length)
            context.Response.StatusCode = 400;
        else
            _files[file] = known with { IsUploaded = true };
        await context.Response.WriteAsync("OK - " + body.Length);
    }

    private object Answer(string method, Dictionary<string, string> arguments) => method switch
    {
        "auth.test" => new { ok = true, team = "Red Team", user = "daybook" },
        "conversations.list" => arguments["cursor"].Length == 0
            ? new { ok = true, channels = new[] { new { id = "C0000000A", name = "general" } }, response_metadata = new { next_cursor = "page2" } }
            : new { ok = true, channels = new[] { new { id = "C0000000B", name = "soc" } }, response_metadata = new { next_cursor = "" } },
        "users.list" => new { ok = true, members = new[] { Person("U0000000A", "ann", "Ann"), Person("U0000000B", "bob", "Bob"), Person("U0000000C", "bob2", "Bob") } },
        "users.lookupByEmail" => arguments["email"] == "ann@example.com" ? new { ok = true, user = new { id = "U0000000A" } } : Refused("users_not_found"),
        "conversations.open" => arguments["users"] == "U0000000A" ? new { ok = true, channel = new { id = "D0000000A" } } : Refused("user_not_found"),
        "files.getUploadURLExternal" => Place(arguments),
        "files.completeUploadExternal" => Complete(arguments),
        "chat.postMessage" => !IsConversation(arguments["channel"]) ? Refused("channel_not_found") : BlockLimits.Problem(arguments["blocks"]) is { } problem ? Refused(problem) : new { ok = true, ts = "1.5" },
        _ => Refused("unknown_method"),
    };

    private object Place(Dictionary<string, string> arguments)
    {
        if (arguments.GetValueOrDefault("filename") is not { Length: > 0 } || !int.TryParse(arguments.GetValueOrDefault("length"), CultureInfo.InvariantCulture, out var length) || length <= 0)
            return Refused("invalid_arguments");
        var id = $"F{_files.Count:00000000}";
        _files[id] = (length, false);
        return new { ok = true, upload_url = $"http://127.0.0.1:{Port}/upload/{id}", file_id = id };
    }

    private object Complete(Dictionary<string, string> arguments)
    {
        var files = JsonElement.Parse(arguments["files"]).EnumerateArray().Select(file => file.GetProperty("id").GetString()!).ToList();
        if (files.Count == 0 || files.Any(file => !_files.TryGetValue(file, out var known) || !known.IsUploaded))
            return Refused("file_not_found");
        if (!IsConversation(arguments["channel_id"]))
            return Refused("channel_not_found");
        return BlockLimits.Problem(arguments["blocks"]) is { } problem ? Refused(problem) : new { ok = true, files = files.Select(id => new { id }) };
    }

    private static bool IsConversation(string id) => id is "C0000000A" or "C0000000B" or "D0000000A";

    private static object Person(string id, string name, string display) => new { id, name, deleted = false, profile = new { display_name = display } };

    private static object Refused(string error) => new { ok = false, error };
}
