using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Daybook.Hosting;

/// <summary>The part of a list that is asked for. The cursor of the next part travels in the <c>Link</c> header, so that lists stay bare arrays.</summary>
internal sealed class Page
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;

    private readonly HttpContext _context;

    private Page(int limit, string? after, HttpContext context) => (Limit, After, _context) = (limit, after, context);

    public int Limit { get; }

    /// <summary>The key of the last item of the part before; null at the start.</summary>
    public string? After { get; }

    /// <summary><see cref="After"/> as a number.</summary>
    public long? Before => After is null ? null : long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw WrongCursor();

    /// <exception cref="ProblemException">The limit is out of range, or the cursor is not one that this server gave out.</exception>
    public static Page Of(int? limit, string? cursor, HttpContext context)
    {
        var check = new RequestCheck();
        check.Between(limit ?? DefaultLimit, 1, MaxLimit, "limit");
        check.ThrowIfRefused();
        return new Page(limit ?? DefaultLimit, cursor is null ? null : Decode(cursor), context);
    }

    /// <summary><see cref="After"/> as several values.</summary>
    public string[]? Keys(int count) => After is null ? null : After.Split('\n') is { } keys && keys.Length == count ? keys : throw WrongCursor();

    /// <param name="found">How many items there were up to one more than <see cref="Limit"/>.</param>
    /// <param name="lastKey">The key of the last item shown; asked for only when there are more.</param>
    public void LinkNext(int found, Func<string> lastKey)
    {
        if (found <= Limit)
            return;
        var request = _context.Request;
        var query = request.Query.Where(pair => pair.Key != "cursor")
            .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)))
            .Append(KeyValuePair.Create("cursor", (string?)Base64Url.EncodeToString(Encoding.UTF8.GetBytes(lastKey()))));
        _context.Response.Headers.Link = $"<{QueryHelpers.AddQueryString(request.PathBase + request.Path, query)}>; rel=\"next\"";
    }

    public static ProblemException WrongCursor() =>
        new(ProblemType.InvalidRequest, "cursor is not one that this server gave out.", [new FieldError("cursor", "is not one that this server gave out", "wrong_cursor")]);

    private static string Decode(string cursor)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)) is var key && key.Contains('\0', StringComparison.Ordinal) ? throw WrongCursor() : key;
        }
        catch (FormatException)
        {
            throw WrongCursor();
        }
    }
}
