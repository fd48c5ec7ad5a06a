using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Daybook.Input;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace Daybook.Hosting;

/// <summary>
/// Tells everything wrong with a body at once: of its text, of its form, and what the address itself refuses in the rest of it, which is found by a
/// rehearsal. The serializer alone would name the first mistake of the form and hide all others.
/// </summary>
internal sealed class BodyRules(RequestDelegate next, IOptions<JsonOptions> json, IOptions<HostingOptions> hosting)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is not { RequestType: { } type } || !context.Request.HasJsonContentType())
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        // In memory: a body may hold passwords.
        context.Request.EnableBuffering((int)Math.Min(hosting.Value.MaxRequestBytes, int.MaxValue));
        RequireText(await TextAsync(context.Request).ConfigureAwait(false));
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (BadHttpRequestException wrong) when (wrong.InnerException is JsonException && !context.Response.HasStarted)
        {
            var form = BodyFormReading.Of(await TextAsync(context.Request).ConfigureAwait(false), type, json.Value.SerializerOptions);
            if (form.Mistakes.IsEmpty)
                throw;
            ImmutableArray<FieldError> all = [.. form.Mistakes, .. await RehearsedAsync(context, form).ConfigureAwait(false)];
            throw new ProblemException(ProblemType.InvalidRequest, all.Length == 1 ? Sentence(all[0]) : $"The request has {all.Length} mistakes.", all);
        }
    }

    private static string Sentence(FieldError error) =>
        error.Line is null ? $"{error.Field} {error.Message}{(error.Message.EndsWith('?') ? "" : ".")}".TrimStart() : $"The body, line {error.Line}, column {error.Column}: {error.Message}.";

    /// <summary>What the serializer would only stumble over when a text is read, or would keep and nobody could read again.</summary>
    private static void RequireText(string body)
    {
        ImmutableArray<FieldError> halves = [.. HalfCharacters.In(body).Select(FieldErrors.OfText)];
        if (!halves.IsEmpty)
            throw new ProblemException(ProblemType.InvalidRequest, Sentence(halves[0]), halves);
    }

    /// <exception cref="ProblemException">Nobody knows its character set, or it is not written in it.</exception>
    private static async Task<string> TextAsync(HttpRequest request)
    {
        var type = request.GetTypedHeaders().ContentType;
        if (type is { Charset.Length: > 0, Encoding: null })
            throw new ProblemException(ProblemType.WrongMediaType, $"'{type.Charset}' is no character set that is known here; send the body in UTF-8.");
        request.Body.Position = 0;
        var encoding = (Encoding)(type?.Encoding ?? Encoding.UTF8).Clone();
        encoding.DecoderFallback = DecoderFallback.ExceptionFallback;
        using var reader = new StreamReader(request.Body, encoding, leaveOpen: true);
        try
        {
            var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted).ConfigureAwait(false);
            request.Body.Position = 0;
            return text;
        }
        catch (DecoderFallbackException)
        {
            throw new ProblemException(ProblemType.InvalidRequest, "The body is not text in UTF-8.", [new FieldError(null, "the body is not text in UTF-8", "not_json")]);
        }
    }

    /// <returns>What the address refuses in the rest of the body. Strangers are not told: trying their passwords would be an effect.</returns>
    private async Task<ImmutableArray<FieldError>> RehearsedAsync(HttpContext context, BodyForm form)
    {
        if (form.Remains is null || context.GetEndpoint()!.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return [];
        var answer = context.Response.Body;
        using var rehearsal = Rehearsal.Begin();
        try
        {
            context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(form.Remains.ToJsonString()));
            context.Request.ContentType = "application/json";
            context.Response.Body = Stream.Null;
            await next(context).ConfigureAwait(false);
        }
        catch (ProblemException found) when (found.Type == ProblemType.InvalidRequest || found.Type == ProblemType.InvalidTemplate)
        {
            return [.. found.Errors.Where(error => !form.Mistakes.Any(told => IsWithin(error.Field, told.Field)))];
        }
        catch (Exception other) when (other is ProblemException or RehearsalOverException or BadHttpRequestException)
        {
            // The address would have gone on, or refuses for a reason that is none of the body's.
        }
        finally
        {
            context.Response.Body = answer;
        }

        return [];
    }

    /// <summary>A field that was taken out is missing; that is no second mistake.</summary>
    private static bool IsWithin(string? field, string? told) =>
        told is not null && field is not null && field.StartsWith(told, StringComparison.Ordinal) && (field.Length == told.Length || field[told.Length] is '.' or '[');
}
