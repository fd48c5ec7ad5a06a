using System.Data.Common;
using System.Globalization;
using Daybook.Delivery.Channels.Email;
using Daybook.Hosting;
using Daybook.Outgoing;
using Daybook.Schedules.Running;
using Daybook.Storage;
using MailKit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Bounces;

/// <summary>Reads the mailbox that mails come back to, again and again, whatever happens to it.</summary>
internal sealed partial class BounceWorker(
    Database database, BounceMailbox mailbox, BounceMailboxState state, NoticeSignals notices, IOptions<BouncesOptions> options, TimeProvider clock, WorkLoop loop, ILogger<BounceWorker> log) : BackgroundService
{
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
            var (isNew, isToTell) = state.Read(clock.Now());
            if (isNew)
                ReadableAgain(options.Value.Host);
            if (isToTell)
                await TellAsync(isReadable: true, $"The mailbox for bounces on {options.Value.Host} can be read again.", cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The mailbox may be wrong for hours, which is said once; what was not marked is read again.
        catch (Exception failure) when (failure is not DbException && !cancellationToken.IsCancellationRequested)
        {
            await FailedAsync(ProblemOf(failure), cancellationToken).ConfigureAwait(false);
        }
#pragma warning restore CA1031
        return new Rest(TimeSpan.FromSeconds(options.Value.PollSeconds), []);
    }

    private async Task FailedAsync(string problem, CancellationToken cancellationToken)
    {
        var (isNew, isToTell) = state.Fail(clock.Now(), problem);
        if (isNew)
            Unreadable(options.Value.Host, problem);
        if (!isToTell)
            return;
        await TellAsync(
            isReadable: false,
            $"The mailbox for bounces on {options.Value.Host} cannot be read: {problem} Until it can, mails that come back are not noted, and stand as accepted.",
            cancellationToken).ConfigureAwait(false);
    }

    private async Task TellAsync(bool isReadable, string text, CancellationToken cancellationToken)
    {
        await using (var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await OwnerNotices.AddOnceAsync(session, isReadable, text, clock.Now(), cancellationToken).ConfigureAwait(false))
                notices.Changed();
        }

        state.Told(isReadable);
    }

    private string ProblemOf(Exception failure) => failure switch
    {
        CommandException refused => string.Create(CultureInfo.InvariantCulture, $"{options.Value.Host} refused: {ForeignText.Quote(refused.Message)}."),
        FolderNotFoundException missing => $"{options.Value.Host} has no folder {ForeignText.Quote(missing.FolderName)}.",
        _ => SmtpOutcomes.Of(failure, options.Value.Host, mailbox.Port, isCommitted: false, isTimeout: failure is OperationCanceledException)?.Sentence ?? failure.Message,
    };

    [LoggerMessage(71, LogLevel.Information, "Of {Read} mails in the mailbox for bounces, {Noted} changed the ledger")]
    private partial void Taken(int read, int noted);

    [LoggerMessage(72, LogLevel.Error, "The mailbox for bounces on {Host} cannot be read: {Problem}")]
    private partial void Unreadable(string host, string problem);

    [LoggerMessage(73, LogLevel.Information, "The mailbox for bounces on {Host} can be read again")]
    private partial void ReadableAgain(string host);
}
