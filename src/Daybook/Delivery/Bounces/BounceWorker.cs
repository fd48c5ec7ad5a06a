using System.Globalization;
using Daybook.Delivery.Channels.Email;
using Daybook.Hosting;
using Daybook.Outgoing;
using MailKit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Bounces;

/// <summary>Reads the mailbox that mails come back to, again and again, whatever happens to it.</summary>
internal sealed partial class BounceWorker(BounceMailbox mailbox, IOptions<BouncesOptions> options, WorkLoop loop, ILogger<BounceWorker> log) : BackgroundService
{
    private bool _isUnreadable;

    /// <summary>A mailbox that was not read for long may be full.</summary>
    private static readonly TimeSpan TurnAtMost = TimeSpan.FromMinutes(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.Value.Host.Length > 0 ? loop.RunAsync("bounces", TurnAtMost, TurnAsync, stoppingToken) : Task.CompletedTask;

    private async Task<Rest> TurnAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (read, noted) = await mailbox.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read > 0)
                Taken(read, noted);
            if (_isUnreadable)
                ReadableAgain(options.Value.Host);
            _isUnreadable = false;
        }
#pragma warning disable CA1031 // The mailbox may be wrong for hours, which is said once; what was not marked is read again.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            if (!_isUnreadable)
                Unreadable(options.Value.Host, ProblemOf(failure));
            _isUnreadable = true;
        }
#pragma warning restore CA1031
        return new Rest(TimeSpan.FromSeconds(options.Value.PollSeconds), []);
    }

    private string ProblemOf(Exception failure) => failure switch
    {
        CommandException refused => string.Create(CultureInfo.InvariantCulture, $"{options.Value.Host} refused: {ForeignText.Quote(refused.Message)}."),
        FolderNotFoundException missing => $"{options.Value.Host} has no folder {ForeignText.Quote(missing.FolderName)}.",
        _ => SmtpOutcomes.Of(failure, options.Value.Host, isCommitted: false, isTimeout: failure is OperationCanceledException)?.Sentence ?? failure.Message,
    };

    [LoggerMessage(71, LogLevel.Information, "Of {Read} mails in the mailbox for bounces, {Noted} changed the ledger")]
    private partial void Taken(int read, int noted);

    [LoggerMessage(72, LogLevel.Error, "The mailbox for bounces on {Host} cannot be read: {Problem}")]
    private partial void Unreadable(string host, string problem);

    [LoggerMessage(73, LogLevel.Information, "The mailbox for bounces on {Host} can be read again")]
    private partial void ReadableAgain(string host);
}
