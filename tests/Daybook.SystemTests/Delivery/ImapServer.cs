using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Daybook.SystemTests.Delivery;

/// <summary>Dovecot on loopback with one mailbox, whose mails are files. It lets in whoever knows the password.</summary>
internal sealed class ImapServer : IAsyncDisposable
{
    public const string Password = "sesame";

    private const string Program = "/usr/sbin/dovecot";

    private readonly DirectoryInfo _folder;
    private readonly Process _process;
    private int _mails;

    private ImapServer(DirectoryInfo folder, Process process, int port) => (_folder, _process, Port) = (folder, process, port);

    public int Port { get; }

    private string Mail => Path.Combine(_folder.FullName, "mail");

    /// <summary>Every mail's file name; behind its comma stand the flags, <c>S</c> for seen, and small letters for keywords.</summary>
    public string[] Mails => [.. new[] { "new", "cur" }.SelectMany(place => Directory.GetFiles(Path.Combine(Mail, place))).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ImapServer> StartAsync()
    {
        Assert.SkipUnless(File.Exists(Program), $"{Program} is missing; install dovecot-imapd.");
        var isRoot = Environment.UserName == "root";
        var folder = Directory.CreateTempSubdirectory("daybook-imap-");
        foreach (var place in new[] { "run", "mail", "mail/new", "mail/cur", "mail/tmp" })
            Directory.CreateDirectory(Path.Combine(folder.FullName, place));
        // Dovecot reads no mails as root: it does so as its own user.
        if (isRoot)
            await ExternalProgram.RunAsync("chmod", "coreutils", ["-R", "a+rwX", folder.FullName]);
        var port = FreePort.Take();
        var user = isRoot ? "dovecot" : Environment.UserName;
        var settings = Path.Combine(folder.FullName, "dovecot.conf");
        await File.WriteAllTextAsync(settings, $$"""
            base_dir = {{folder.FullName}}/run
            log_path = /dev/stderr
            protocols = imap
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            mail_location = maildir:{{folder.FullName}}/mail
            first_valid_uid = 0
            first_valid_gid = 0
            {{(isRoot ? "" : $"default_internal_user = {user}\ndefault_internal_group = {user}\ndefault_login_user = {user}")}}
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{port.ToString(CultureInfo.InvariantCulture)}}
              }
              inet_listener imaps {
                port = 0
              }
            }
            service anvil {
              chroot =
            }
            service stats {
              chroot =
            }
            passdb {
              driver = static
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = uid={{user}} gid={{user}} home={{folder.FullName}}/mail
            }

            """, Cancel);
        var process = Process.Start(new ProcessStartInfo(Program, ["-F", "-c", settings]) { RedirectStandardError = true })!;
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await WaitAsync(process, port);
        return new ImapServer(folder, process, port);
    }

    /// <summary>Puts a mail into the mailbox, as a mail server does.</summary>
    public async Task AddAsync(string mail)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{1_777_917_731 + _mails++}.M1P1.localhost");
        var written = Path.Combine(Mail, "tmp", name);
        await File.WriteAllTextAsync(written, mail.ReplaceLineEndings("\n"), Cancel);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(written, (UnixFileMode)0b110_110_110);
        File.Move(written, Path.Combine(Mail, "new", name));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static async Task WaitAsync(Process process, int port)
    {
        for (var attempt = 0; attempt < 1200; attempt++)
        {
            Assert.False(process.HasExited, "dovecot ended at once");
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, Cancel);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50, Cancel);
            }
        }

        Assert.Fail("dovecot does not listen");
    }
}
