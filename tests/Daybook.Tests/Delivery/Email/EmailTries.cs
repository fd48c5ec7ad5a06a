using System.Security.Cryptography.X509Certificates;
using System.Text;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Channels.Email;
using Daybook.Tests.BothDatabases.Delivery;
using MimeKit;
using NodaTime;

namespace Daybook.Tests.Delivery.Email;

/// <summary>Mail channels that lead to scripted servers, and what is sent over them.</summary>
internal sealed class EmailTries : IAsyncDisposable
{
    public const string Key = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private readonly List<EmailChannel> _channels = [];

    /// <summary>How often a channel asked for leave.</summary>
    public int Commits { get; private set; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public EmailChannel To(ScriptedSmtpServer server, Action<EmailOptions>? change = null, X509ChainPolicy? authorities = null, Func<EmailOptions, AccessTokens>? tokens = null)
    {
        var options = new EmailOptions { Host = "127.0.0.1", Port = server.Port, Security = "none", From = "Daybook <reports@example.com>" };
        change?.Invoke(options);
        var channel = new EmailChannel("email", options, authorities, tokens?.Invoke(options), TimeProvider.System);
        _channels.Add(channel);
        return channel;
    }

    public static DeliveryMessage Message(string recipient = "ann@example.com") => new(Key, recipient, "Close of 2026-05-04", "All is said.\n.\nNot yet.", Instant.FromUtc(2026, 5, 4, 18, 0))
    {
        Report = new ReportFacts("report.completed", "Close", new LocalDate(2026, 5, 4), "completed", null, null, null, [], [], null),
    };

    public Task<DeliveryOutcome> SendAsync(EmailChannel channel, DeliveryMessage? message = null) => channel.SendAsync(
        message ?? Message(),
        _ =>
        {
            Commits++;
            return Task.CompletedTask;
        },
        Cancel);

    public static MimeMessage Read(string mail) => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(mail)), Cancel);

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in _channels)
            await channel.DisposeAsync();
    }
}
