using System.Globalization;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Channels.Email;
using MailKit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Bounces;

/// <summary>Reads the mailbox that mails come back to, again and again, whatever happens to it.</summary>
internal sealed partial class BounceWorker(BounceMailbox mailbox, IOptions<BouncesOptions> options, TimeProvider clock, ILogger<BounceWorker> log) : BackgroundService
{
    private bool _isUnreadable;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Host.Length == 0)
            return;
        var period = TimeSpan.FromSeconds(options.Value.PollSeconds);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var (read, noted) = await mailbox.ReadAsync(stoppingToken).ConfigureAwait(false);
                if (read > 0)
                    Taken(read, noted);
                if (_isUnreadable)
                    ReadableAgain(options.Value.Host);
                _isUnreadable = false;
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The worker outlives whatever is wrong with the mailbox or the database; what was not marked is read again.
            catch (Exception failure)
            {
                if (!_isUnreadable)
                    Unreadable(options.Value.Host, ProblemOf(failure));
                _isUnreadable = true;
            }
#pragma warning restore CA1031
            await Task.Delay(period, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
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
