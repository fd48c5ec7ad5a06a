using System.Collections.Immutable;
using Daybook.SystemTests.Server;
using Daybook.Tests;
using Microsoft.Data.Sqlite;

namespace Daybook.SystemTests.Delivery;

/// <summary>A server that dies at any step of sending: what the ledger says afterwards is what the mail server has.</summary>
public sealed class KilledDeliveryTests : IDisposable
{
    private const int Recipients = 6;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder.FullName, "data");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>
    /// Steps of the mail server at which Daybook dies, the second of a pair before the first is over. With <c>-held</c> the database's write lock is held
    /// from there on, so that Daybook dies right before its next write: the one of the point of no return, and the one of the outcome.
    /// </summary>
    private static readonly ImmutableArray<string[]> Steps = [["ehlo", "rcpt"], ["rcpt-held", "data"], ["answer", "answer-held"]];

    [Theory]
    [InlineData("at_most_once")]
    [InlineData("at_least_once")]
    public async Task The_ledger_and_the_received_mails_agree_wherever_the_server_dies(string guarantee)
    {
        await using var mail = await MailServer.StartAsync(_folder.FullName);
        var settings = MailedReport.Settings(mail.Port, "Channels:mail:Security=none", "Delivery:Concurrency=2", "Channels:mail:MailsPerConnection=1");
        var server = await ServerProcess.StartAsync(Data, settings);
        try
        {
            for (var round = 0; round < (LongRun.IsOn ? 5 : 1); round++)
            {
                foreach (var steps in Steps)
                {
                    var report = await MailedReport.MakeAsync(server.Client, $"Close {steps[0]} {round}");
                    foreach (var step in steps)
                    {
                        await mail.PauseAtAsync(step.Split('-')[0]);
                        await MailedReport.SendAsync(server.Client, report, Enumerable.Range(0, Recipients).Select(i => $"user{i}.{step}.{round}@example.com"), guarantee);
                        await KillAtAsync(mail, server, isHeld: step.EndsWith("-held", StringComparison.Ordinal));
                        await server.DisposeAsync();
                        server = await ServerProcess.StartAsync(Data, settings);
                    }

                    var deliveries = await MailedReport.SettledAsync(server.Client, report);
                    Assert.Equal(steps.Length * Recipients, deliveries.Count);
                    foreach (var (recipient, delivery) in deliveries)
                        Check(recipient, MailedReport.StateOf(delivery), delivery.GetProperty("message_key").GetString()!, mail, guarantee);
                    if (steps.Contains("answer") && guarantee == "at_most_once")
                        Assert.Contains(deliveries.Values, delivery => MailedReport.StateOf(delivery) == "unknown");
                }
            }
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static void Check(string recipient, string state, string key, MailServer mail, string guarantee)
    {
        var received = mail.Received.Where(one => one.Recipient == recipient).ToList();
        Assert.All(received, one => Assert.Equal($"<{key}@example.com>", one.MessageId));
        if (guarantee == "at_most_once")
        {
            Assert.True(received.Count <= 1, $"{recipient} got {received.Count}");
            Assert.True(state == (received.Count == 1 ? "accepted" : "unknown") || state == "unknown", $"{recipient} got {received.Count} and is {state}");
        }
        else
        {
            Assert.NotEmpty(received);
            Assert.Equal("accepted", state);
        }
    }

    private async Task KillAtAsync(MailServer mail, ServerProcess server, bool isHeld)
    {
        await mail.ReachedAsync();
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "daybook.db")};Pooling=false");
        await connection.OpenAsync(Cancel);
        await using var hold = isHeld ? connection.BeginTransaction(deferred: false) : null;
        if (isHeld)
        {
            // The mail server goes on; Daybook gets as far as it can without writing.
            await mail.GoOnAsync();
            await Task.Delay(500, Cancel);
        }

        await server.KillAsync();
        await mail.GoOnAsync();
    }
}
