using System.CommandLine;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Daybook.Hosting;

namespace Daybook.Commands;

/// <summary>A running server's API, for commands; and its refusals as a command tells them.</summary>
internal sealed class ServerApi : IDisposable
{
    public const string AddressVariable = "DAYBOOK_SERVER", TokenVariable = "DAYBOOK_TOKEN";

    private readonly HttpClient _http;

    private ServerApi(Uri server, string token)
    {
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10) })
        {
            BaseAddress = new Uri(server, server.AbsolutePath.TrimEnd('/') + DaybookServer.ApiPath + "/"), Timeout = TimeSpan.FromMinutes(2),
        };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    private string Place => _http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public static Option<string?> AddressOption() =>
        new("--server") { HelpName = "URL", Description = $"Address of the server. [default: {AddressVariable}, or {ServerSettings.DefaultUrls}]" };

    public static Option<string?> TokenOption() =>
        new("--token-file") { HelpName = "FILE", Description = $"A file that holds a personal token. [default: the token in {TokenVariable}]" };

    /// <exception cref="CommandFailure">The address is wrong, or there is no token.</exception>
    public static ServerApi Of(Terminal terminal, string? address, string? tokenFile)
    {
        var text = address ?? Environment.GetEnvironmentVariable(AddressVariable) ?? ServerSettings.DefaultUrls;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https"))
            throw new CommandFailure(ExitCode.Usage, $"--server: '{text}' is not an address; write it as https://reports.example.com");
        var token = tokenFile is null ? Environment.GetEnvironmentVariable(TokenVariable) : File.ReadAllText(terminal.Locate(tokenFile));
        if (string.IsNullOrWhiteSpace(token))
            throw new CommandFailure(ExitCode.Usage, $"there is no token: put a personal token (POST /tokens makes one) into {TokenVariable}, or into a file that --token-file names");
        if (token.Trim().Any(letter => letter is <= ' ' or > '~'))
            throw new CommandFailure(ExitCode.Usage, "the token holds characters that no token has; was something else pasted?");
        return new ServerApi(server, token.Trim());
    }

    /// <summary>Adds what every command needs that asks a server.</summary>
    public static Command Asking(Terminal terminal, Command command, Func<ParseResult, ServerApi, CancellationToken, Task> work)
    {
        var (address, token) = (AddressOption(), TokenOption());
        command.Add(address);
        command.Add(token);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var api = Of(terminal, parsed.GetValue(address), parsed.GetValue(token));
            await work(parsed, api, cancellationToken).ConfigureAwait(false);
            return ExitCode.Ok;
        });
        return command;
    }

    /// <param name="kind">With its article, for the refusal.</param>
    /// <exception cref="CommandFailure">It is no id.</exception>
    public static Guid IdOf(string text, string kind) => Guid.TryParse(text, out var id) ? id : throw new CommandFailure(ExitCode.Usage, $"'{text}' is not the id of {kind}");

    /// <summary>All items of a list, page after page.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string path, CancellationToken cancellationToken)
    {
        var items = new List<JsonElement>();
        for (var next = path; next is not null;)
        {
            using var answer = await SendAsync(HttpMethod.Get, next, null, cancellationToken).ConfigureAwait(false);
            items.AddRange((await ReadAsync(answer, cancellationToken).ConfigureAwait(false)).EnumerateArray());
            next = answer.Headers.TryGetValues("Link", out var links) ? links.First().Split('<', '>')[1] : null;
        }

        return items;
    }

    /// <param name="body">JSON; null sends none.</param>
    public async Task<JsonElement> AskAsync(HttpMethod method, string path, string? body, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(method, path, body, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(answer, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        try
        {
            return await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException failure)
        {
            throw new CommandFailure(ExitCode.DataError, $"the server at {Place} cannot be reached: {failure.Message}; is it running, and is --server right?", failure);
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CommandFailure(ExitCode.DataError, $"the server at {Place} did not answer in time", failure);
        }
    }

    private async Task<JsonElement> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        if (answer.Content.Headers.ContentType?.MediaType is not ("application/json" or "application/problem+json"))
            throw new CommandFailure(ExitCode.DataError, $"{Place} does not answer as a Daybook server does (status {(int)answer.StatusCode}); is --server right?");
        var json = JsonElement.Parse(text);
        return answer.IsSuccessStatusCode ? json : throw Refusal(answer.StatusCode, json);
    }

    private static CommandFailure Refusal(HttpStatusCode status, JsonElement problem)
    {
        var detail = problem.TryGetProperty("detail", out var sentence) ? sentence.GetString() : "The server refused.";
        string[] errors = problem.TryGetProperty("errors", out var found) && found.ValueKind == JsonValueKind.Array
            ? [.. found.EnumerateArray().Select(error => $"{error.GetProperty("field")}: {error.GetProperty("message")}{(error.TryGetProperty("advice", out var advice) && advice.ValueKind == JsonValueKind.String ? $" ({advice})" : "")}")]
            : [];
        return status switch
        {
            HttpStatusCode.Unauthorized => new CommandFailure(ExitCode.InvalidInput, $"the server does not take the token: {detail}"),
            HttpStatusCode.Forbidden => new CommandFailure(ExitCode.InvalidInput, $"not permitted: {detail}"),
            _ => new CommandFailure(ExitCode.InvalidInput, status == HttpStatusCode.UnprocessableEntity && errors is [var only] ? only : detail + string.Concat(errors.Select(error => "\n  " + error))),
        };
    }
}
