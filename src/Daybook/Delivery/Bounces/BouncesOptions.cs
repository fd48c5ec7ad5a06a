using System.ComponentModel.DataAnnotations;
using Daybook.Delivery.Channels.Email;

namespace Daybook.Delivery.Bounces;

/// <summary>The mailbox that mails come back to, over IMAP.</summary>
internal sealed class BouncesOptions : MailServerOptions
{
    /// <summary>Empty reads no mailbox.</summary>
    public override string Host { get; set; } = "";

    /// <summary>The folder of the mailbox.</summary>
    [Required]
    public string Folder { get; set; } = "INBOX";

    /// <summary>How often it is read, in seconds.</summary>
    [Range(1, 86_400)]
    public int PollSeconds { get; set; } = 60;

    /// <summary>Time for signing in, and for each mail, in seconds.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>Whether an address that the other side says does not exist is put on the suppression list.</summary>
    public bool Suppress { get; set; }
}
