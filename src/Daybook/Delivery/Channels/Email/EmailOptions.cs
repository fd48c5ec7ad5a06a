using System.ComponentModel.DataAnnotations;

namespace Daybook.Delivery.Channels.Email;

/// <summary>A mail server that takes mails for others.</summary>
internal sealed class EmailOptions : MailServerOptions
{
    [Required]
    public override string Host { get; set; } = "";

    /// <summary>Who writes, such as <c>Daybook &lt;reports@example.com&gt;</c>.</summary>
    [Required]
    public string From { get; set; } = "";

    /// <summary>Who gets answers; empty takes <see cref="From"/>.</summary>
    public string ReplyTo { get; set; } = "";

    /// <summary>Who gets mails that bounce; empty takes <see cref="From"/>.</summary>
    public string ReturnPath { get; set; } = "";

    /// <summary>The most that attachments of one mail may weigh together, in bytes; what is larger is sent as links.</summary>
    [Range(0, 1_000_000_000)]
    public long MaximumBytes { get; set; } = 15_000_000;

    /// <summary>Time for one mail, connecting included, in seconds.</summary>
    [Range(1, 3600)]
    public int TimeoutSeconds { get; set; } = 120;

    /// <summary>Mails that go over one connection.</summary>
    [Range(1, 100_000)]
    public int MailsPerConnection { get; set; } = 100;

    /// <summary>Signs mails for this domain; empty does not sign.</summary>
    public string DkimDomain { get; set; } = "";

    /// <summary>Names the key in the domain's records.</summary>
    public string DkimSelector { get; set; } = "";

    /// <summary>The private key in PEM.</summary>
    public string DkimKeyFile { get; set; } = "";
}
