using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Daybook.SystemTests.Delivery;

/// <summary>OpenSSH's server on loopback, with keys and a folder of its own, run by whoever runs the tests.</summary>
internal sealed class SshServer : IAsyncDisposable
{
    private const string Program = "/usr/sbin/sshd";
    private const string Package = "openssh-server";
    private const string SftpServer = "/usr/lib/openssh/sftp-server";

    private readonly DirectoryInfo _folder;
    private readonly Process _process;

    private SshServer(DirectoryInfo folder, Process process, int port, string hostKey) => (_folder, _process, Port, HostKey) = (folder, process, port, hostKey);

    public int Port { get; }

    /// <summary>Its fingerprint.</summary>
    public string HostKey { get; }

    /// <summary>Where files land.</summary>
    public string Files => Path.Combine(_folder.FullName, "files");

    public string UserKey => Path.Combine(_folder.FullName, "user");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="sftpArguments">Of OpenSSH's SFTP server; <c>-R</c> forbids writing.</param>
    /// <param name="kilobytes">Size of the disk that files land on, which only the server sees; zero for the machine's own.</param>
    /// <param name="password">What lets the user in beside the key, for this server only; null for none.</param>
    public static async Task<SshServer> StartAsync(string sftpArguments = "", int kilobytes = 0, string? password = null)
    {
        Assert.SkipUnless(File.Exists(Program), $"{Program} is missing; install {Package}.");
        Assert.SkipWhen((kilobytes > 0 || password is not null) && Environment.UserName != "root", "a disk or a password that only the server sees can be set up only by root");
        if (Environment.UserName == "root")
            Directory.CreateDirectory("/run/sshd");
        var folder = Directory.CreateTempSubdirectory("daybook-ssh-");
        Directory.CreateDirectory(Path.Combine(folder.FullName, "files"));
        foreach (var key in new[] { "host", "user" })
            await ExternalProgram.RunAsync("ssh-keygen", Package, ["-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(folder.FullName, key)]);
        var fingerprint = (await ExternalProgram.RunAsync("ssh-keygen", Package, ["-l", "-f", Path.Combine(folder.FullName, "host.pub")])).Split(' ')[1];
        var port = FreePort.Take();
        var settings = Path.Combine(folder.FullName, "sshd_config");
        await File.WriteAllTextAsync(settings, $"""
            ListenAddress 127.0.0.1
            Port {port.ToString(CultureInfo.InvariantCulture)}
            HostKey {folder.FullName}/host
            AuthorizedKeysFile {folder.FullName}/user.pub
            PermitRootLogin yes
            StrictModes no
            UsePAM no
            PidFile none
            Subsystem sftp {SftpServer} {sftpArguments}

            """, Cancel);
        var before = kilobytes > 0 ? $"mount -t tmpfs -o size={kilobytes}k tmpfs {folder.FullName}/files && " : "";
        if (password is not null)
        {
            var hash = (await ExternalProgram.RunAsync("openssl", "openssl", ["passwd", "-6", password])).Trim();
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "shadow"), $"{Environment.UserName}:{hash}:20000:0:99999:7:::\n", Cancel);
            before += $"mount --bind {folder.FullName}/shadow /etc/shadow && ";
        }

        var server = before.Length == 0
            ? new ProcessStartInfo(Program, ["-D", "-e", "-f", settings])
            : new ProcessStartInfo("unshare", ["-m", "sh", "-c", $"{before}exec {Program} -D -e -f {settings}"]);
        server.RedirectStandardError = true;
        var process = Process.Start(server)!;
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await WaitAsync(process, port);
        return new SshServer(folder, process, port, fingerprint);
    }

    /// <summary>Ends the server and everybody's connection.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public string[] FileNames() => [.. Directory.GetFiles(Files, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Files, path)).Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static async Task WaitAsync(Process process, int port)
    {
        for (var attempt = 0; attempt < 1200; attempt++)
        {
            Assert.False(process.HasExited, "sshd ended at once");
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

        Assert.Fail("sshd does not listen");
    }
}
