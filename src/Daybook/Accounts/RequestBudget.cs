using System.Collections.Concurrent;
using System.Globalization;
using Daybook.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Daybook.Accounts;

/// <summary>Gives every user, and every address of people who are not signed in, so many requests: a bucket that fills evenly. Each node counts for itself.</summary>
internal sealed class RequestBudget(RequestDelegate next, IOptions<AccountsOptions> options, TimeProvider clock)
{
    /// <summary>Above it, buckets that are full again are forgotten.</summary>
    private const int ManyBuckets = 10_000;

    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var key = (context.User.Identity as CallerIdentity)?.Caller.Id?.ToString() ?? "address:" + context.Connection.RemoteIpAddress;
        var bucket = _buckets.GetOrAdd(key, _ => new Bucket(options.Value.RequestBurst, clock.GetTimestamp()));
        var (isAllowed, remaining, wait) = bucket.Take(options.Value, clock);
        if (_buckets.Count > ManyBuckets)
            Forget();
        context.Response.OnStarting(() =>
        {
            Tell(context.Response.Headers, remaining, wait);
            return Task.CompletedTask;
        });
        if (!isAllowed)
            throw new ProblemException(ProblemType.TooManyRequests, $"At most {options.Value.RequestsPerMinute} requests a minute are answered, and {options.Value.RequestBurst} at once.") { RetryAfter = wait };
        await next(context).ConfigureAwait(false);
    }

    /// <param name="wait">Until one more request is answered; zero while any is left.</param>
    private void Tell(IHeaderDictionary headers, int remaining, TimeSpan wait)
    {
        headers["X-RateLimit-Limit"] = options.Value.RequestsPerMinute.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }

    private void Forget()
    {
        foreach (var (key, bucket) in _buckets)
        {
            if (bucket.IsFull(options.Value, clock))
                _buckets.TryRemove(key, out _);
        }
    }

    private sealed class Bucket(double tokens, long filledAt)
    {
        private readonly Lock _lock = new();
        private double _tokens = tokens;
        private long _filledAt = filledAt;

        public (bool IsAllowed, int Remaining, TimeSpan Wait) Take(AccountsOptions options, TimeProvider clock)
        {
            lock (_lock)
            {
                Fill(options, clock);
                var isAllowed = _tokens >= 1;
                if (isAllowed)
                    _tokens--;
                var wait = _tokens >= 1 ? TimeSpan.Zero : TimeSpan.FromMinutes((1 - _tokens) / options.RequestsPerMinute);
                return (isAllowed, (int)_tokens, wait);
            }
        }

        public bool IsFull(AccountsOptions options, TimeProvider clock)
        {
            lock (_lock)
            {
                Fill(options, clock);
                return _tokens >= options.RequestBurst;
            }
        }

        private void Fill(AccountsOptions options, TimeProvider clock)
        {
            var now = clock.GetTimestamp();
            _tokens = Math.Min(options.RequestBurst, _tokens + clock.GetElapsedTime(_filledAt, now).TotalMinutes * options.RequestsPerMinute);
            _filledAt = now;
        }
    }
}
