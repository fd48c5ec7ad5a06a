using System.Globalization;
using Daybook.Composition;
using Daybook.Storage;
using Microsoft.Extensions.AI;
using NodaTime;

namespace Daybook.Analysis;

/// <summary>Asks the models: so many at once, each question with a limit of time, again where that may help, and not again what was answered shortly before.</summary>
internal sealed class ModelAnalyst(ModelProviders providers, AiOptions options, TimeProvider clock) : IAnalyst, IDisposable
{
    private const int LongestAnswer = 400_000;

    private readonly SemaphoreSlim _places = new(options.Parallel);
    private readonly AnswerCache _cache = new(TimeSpan.FromMinutes(options.CacheMinutes), clock);

    /// <summary>Before the second try where the provider does not say; it doubles with each.</summary>
    internal TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    public async Task<AnalysisRecord> AnswerAsync(AnalysisRequest request, CancellationToken cancellationToken)
    {
        if (providers.Find(request, out var missing) is not { } choice)
            return new AnalysisRecord(request, AnalysisState.Unavailable) { ErrorCode = SectionCodes.NoProvider, ErrorMessage = missing };
        var record = new AnalysisRecord(request, AnalysisState.Answered) { Provider = choice.Provider, Endpoint = choice.Endpoint, AskedAt = clock.Now() };
        var key = AnalysisHash.Of(request, choice);
        if (_cache.Find(key) is { } kept)
            return record with { Answer = kept, DurationMs = 0 };
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            record = await AskAsync(record with { AskedAt = clock.Now() }, choice, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }

        if (record.Answer is { } answer)
            _cache.Keep(key, answer);
        return record;
    }

    public void Dispose() => _places.Dispose();

    private async Task<AnalysisRecord> AskAsync(AnalysisRecord record, ModelChoice choice, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(options.BlockSeconds), clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, time.Token);
        ModelException? last = null;
        for (var (tries, wait) = (1, FirstWait); ; tries++, wait *= 2)
        {
            try
            {
                var response = await choice.Client.GetResponseAsync(MessagesOf(record.Request), OptionsOf(record.Request, choice), limit.Token).ConfigureAwait(false);
                return record with { Tries = tries, DurationMs = Elapsed(started), Answer = AnswerOf(response, choice) };
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return Failed(record, tries, started, TimedOut(choice, last));
            }
            catch (ModelException failure) when (!failure.IsTransient || tries == options.Tries)
            {
                return Failed(record, tries, started, failure);
            }
            catch (ModelException failure)
            {
                last = failure;
            }

            var pause = last.RetryAfter is { } asked ? Duration.Max(asked, Duration.Zero).ToTimeSpan() : wait;
            if (pause > TimeSpan.FromSeconds(options.BlockSeconds) - clock.GetElapsedTime(started))
                return Failed(record, tries, started, last.RetryAfter is null ? last : TooLong(last, pause));
            try
            {
                await Task.Delay(pause, clock, limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return Failed(record, tries, started, last);
            }
        }
    }

    private static ChatMessage[] MessagesOf(AnalysisRequest request) => [new(ChatRole.System, request.System), new(ChatRole.User, request.Prompt)];

    private static ChatOptions OptionsOf(AnalysisRequest request, ModelChoice choice) => new()
    {
        ModelId = choice.Model,
        Temperature = (float)request.Temperature,
        MaxOutputTokens = request.MaxTokens,
        TopP = (float?)request.TopP,
        FrequencyPenalty = (float?)request.FrequencyPenalty,
        PresencePenalty = (float?)request.PresencePenalty,
        AdditionalProperties = new AdditionalPropertiesDictionary { [OllamaChat.ContextWindow] = request.ContextWindow },
    };

    private AnalysisAnswer AnswerOf(ChatResponse response, ModelChoice choice)
    {
        var text = new string([.. response.Text.Where(character => character is '\n' or '\r' or '\t' || !char.IsControl(character))]).Trim();
        if (text.Length == 0)
            throw new ModelException(ModelCodes.BadAnswer, $"The model {choice.Model} answered with nothing.");
        if (text.Length > LongestAnswer)
            throw new ModelException(ModelCodes.BadAnswer, string.Create(CultureInfo.InvariantCulture, $"The model {choice.Model} answered with more than {LongestAnswer:N0} characters."));
        var usage = response.Usage;
        var total = usage?.TotalTokenCount ?? (usage is { InputTokenCount: { } input, OutputTokenCount: { } output } ? input + output : null);
        return new AnalysisAnswer(
            WellFormed(text), response.ModelId ?? choice.Model, response.FinishReason?.Value, (int?)usage?.InputTokenCount, (int?)usage?.OutputTokenCount, (int?)total, clock.Now(), FromCache: false);
    }

    /// <summary>Halves of characters become U+FFFD.</summary>
    private static string WellFormed(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));

    private ModelException TimedOut(ModelChoice choice, ModelException? last) => new(
        ModelCodes.Timeout, string.Create(CultureInfo.InvariantCulture, $"The model {choice.Model} did not answer within {options.BlockSeconds} seconds.{(last is null ? "" : " Before that: " + last.Message)}"));

    private ModelException TooLong(ModelException busy, TimeSpan pause) => new(busy.Code, string.Create(
        CultureInfo.InvariantCulture, $"{busy.Message} It asks to wait {Math.Ceiling(pause.TotalSeconds):N0} seconds; the section has {options.BlockSeconds:N0} in all."));

    private AnalysisRecord Failed(AnalysisRecord record, int tries, long started, ModelException failure) => record with
    {
        State = AnalysisState.Failed, Tries = tries, DurationMs = Elapsed(started), ErrorCode = failure.Code, ErrorMessage = failure.Message,
    };

    private long Elapsed(long started) => (long)clock.GetElapsedTime(started).TotalMilliseconds;
}
