using System.ComponentModel.DataAnnotations;

namespace Daybook.Delivery.Channels.Sftp;

/// <summary>A folder on another host, over SSH.</summary>
internal sealed class SftpOptions
{
    [Required]
    public string Host { get; set; } = "";

    [Range(1, 65535)]
    public int Port { get; set; } = 22;

    [Required]
    public string Username { get; set; } = "";

    /// <summary>May be a reference to a secret; empty where a key is used.</summary>
    public string Password { get; set; } = "";

    /// <summary>A private key as OpenSSH, PEM or PuTTY write it; empty where a password is used.</summary>
    public string PrivateKeyFile { get; set; } = "";

    /// <summary>Opens the private key; may be a reference to a secret.</summary>
    public string PrivateKeyPassphrase { get; set; } = "";

    /// <summary>Fingerprints of the host's keys as <c>ssh-keygen -l</c> prints them, <c>SHA256:…</c>; another host is not talked to.</summary>
    public IList<string> HostKeys { get; } = [];

    /// <summary>The folder on the host; it must be there. A relative one starts where signing in leads.</summary>
    [Required]
    public string Folder { get; set; } = ".";

    /// <summary>What files are called below it; see <see cref="Stored.NamePattern"/>.</summary>
    public string NamePattern { get; set; } = Stored.NamePattern.Default;

    /// <summary>Whether a file of the same name and other content is replaced.</summary>
    public bool Overwrite { get; set; }

    /// <summary>The most that the files of one message may weigh together, in bytes.</summary>
    [Range(0, 10_000_000_000)]
    public long MaximumBytes { get; set; } = 1_000_000_000;

    /// <summary>Time for signing in, and for each answer of the host, in seconds.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 30;
}
