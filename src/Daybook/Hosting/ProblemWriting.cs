using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Daybook.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Daybook.Hosting;

/// <summary>The outermost layer of every request: whatever goes wrong inside leaves as a problem with a trace id, and without the text of an exception.</summary>
internal sealed partial class ProblemWriting(RequestDelegate next, ILogger<ProblemWriting> log)
{
    private const string WrongMediaType = "Send the body with the content type that the description of the API names for this address; for most it is application/json.";

    private static readonly ApiJson Json = new(ApiJson.Plainly(ApiJson.Default.Options));

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
                await WriteAsync(context, OfStatus(context)).ConfigureAwait(false);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var problem = Translate(exception, context);
            if (problem.Type.Status >= 500)
                Failed(exception, context.Request.Method, context.Request.Path);
            await WriteAsync(context, problem).ConfigureAwait(false);
        }
    }

    public static async Task WriteAsync(HttpContext context, ProblemException problem)
    {
        var trace = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
        var body = new ProblemContract(problem.Type.Uri, problem.Type.Title, problem.Type.Status, problem.Message, problem.Errors, trace);
        context.Response.Clear();
        SecurityHeaders.Set(context);
        context.Response.StatusCode = problem.Type.Status;
        if (problem.RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (problem.Type.Status == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = "Bearer";
        await context.Response.WriteAsJsonAsync(body, Json.ProblemContract, "application/problem+json", context.RequestAborted).ConfigureAwait(false);
    }

    private static ProblemException Translate(Exception exception, HttpContext context) => exception switch
    {
        ProblemException problem => problem,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new ProblemException(ProblemType.TooLarge, TooLarge(context)),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => new ProblemException(ProblemType.WrongMediaType, WrongMediaType),
        BadHttpRequestException { InnerException: JsonException } => new ProblemException(ProblemType.InvalidRequest, "The body is not what this address takes."),
        BadHttpRequestException bad => OfParameter(bad),
        DamagedContentException damaged => new ProblemException(ProblemType.Damaged, $"The content {damaged.Sha256} is missing or was changed; restore it from a backup."),
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } =>
            new ProblemException(ProblemType.InvalidRequest, "The request holds a NUL character, which no text has."),
        DbException or TimeoutException => new ProblemException(ProblemType.StorageUnavailable, "Try again in a moment.") { RetryAfter = TimeSpan.FromSeconds(5) },
        _ => new ProblemException(ProblemType.Defect, "This is a defect of the server; its log tells more under the trace id."),
    };

    private static string TooLarge(HttpContext context) => context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is { } most
        ? string.Create(CultureInfo.InvariantCulture, $"The body is larger than the {most:N0} bytes that are taken here (Hosting:MaxRequestBytes).")
        : "The body is larger than this server accepts.";

    private static ProblemException OfStatus(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status400BadRequest && WrongParameters.Of(context) is { IsEmpty: false } wrong
            ? new ProblemException(ProblemType.InvalidRequest, "A parameter has a wrong value.", wrong)
            : new ProblemException(TypeOf(context.Response.StatusCode), DetailOf(context));

    private static ProblemException OfParameter(BadHttpRequestException exception) => ParameterName().Match(exception.Message) is { Success: true } match
        ? new ProblemException(ProblemType.InvalidRequest, "A parameter has a wrong value.", [new FieldError(JsonNamingPolicy.SnakeCaseLower.ConvertName(match.Groups[1].Value), "has a value of the wrong type", "wrong_type")])
        : exception.Message.Contains("body", StringComparison.Ordinal)
            ? new ProblemException(ProblemType.InvalidRequest, "The body is missing.", [new FieldError(null, "the body is missing", "missing") { Advice = "Send a JSON object with the fields that /docs names for this address." }])
            : new ProblemException(ProblemType.BadRequest, "The request is incomplete.");

    private static ProblemType TypeOf(int status) => ProblemType.All.FirstOrDefault(type => type.Status == status)
        ?? (status < 500 ? ProblemType.BadRequest with { Status = status } : ProblemType.Defect with { Status = status });

    private static string DetailOf(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed => $"{context.Request.Method} is not possible at this address.",
        StatusCodes.Status413PayloadTooLarge => TooLarge(context),
        StatusCodes.Status415UnsupportedMediaType => WrongMediaType,
        _ => "The request was refused.",
    };

    /// <summary>The framework names the parameter in its message, as its only place.</summary>
    [GeneratedRegex("""parameter "(?:.* )?(\w+)" from""")]
    private static partial Regex ParameterName();

    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed")]
    private partial void Failed(Exception exception, string method, string path);
}
