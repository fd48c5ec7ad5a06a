using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace Daybook.Delivery.Channels.Sftp;

/// <summary>How to get into a host, and how to know that it is the right one.</summary>
internal sealed partial class SftpLogin
{
    private readonly SftpOptions _options;
    private readonly string _password;
    private readonly PrivateKeyFile? _key;
    private readonly ImmutableArray<string> _hostKeys;

    private SftpLogin(SftpOptions options, string password, PrivateKeyFile? key) =>
        (_options, _password, _key, _hostKeys) = (options, password, key, [.. options.HostKeys.Select(hostKey => hostKey["SHA256:".Length..].TrimEnd('='))]);

    /// <summary>Checks everything that can be checked without the host; what is wrong is noted.</summary>
    public static SftpLogin? Read(ChannelSettings settings, SftpOptions options)
    {
        var isGood = true;
        if (options.HostKeys.Count == 0)
            Refuse(nameof(options.HostKeys), "names no key; “ssh-keyscan HOST | ssh-keygen -lf -” prints the fingerprints, which somebody must compare with the host's own");
        foreach (var key in options.HostKeys.Where(key => !Fingerprint().IsMatch(key)))
            Refuse(nameof(options.HostKeys), $"holds “{key}”, which is no fingerprint such as SHA256:uNiVztksCsDhcc0u9e8BrQJ8Cb9e9kjQZEXAMPLEfpA");
        var password = settings.Secret(nameof(options.Password), options.Password);
        if (password.Length == 0 && options.PrivateKeyFile.Length == 0)
            Refuse(nameof(options.Password), "is needed, or PrivateKeyFile");
        var privateKey = options.PrivateKeyFile.Length > 0 ? Key() : null;
        return isGood ? new SftpLogin(options, password, privateKey) : null;

        void Refuse(string setting, string sentence)
        {
            isGood = false;
            settings.Refuse(setting, sentence);
        }

        PrivateKeyFile? Key()
        {
            try
            {
                var passphrase = settings.Secret(nameof(options.PrivateKeyPassphrase), options.PrivateKeyPassphrase);
                return passphrase.Length > 0 ? new PrivateKeyFile(options.PrivateKeyFile, passphrase) : new PrivateKeyFile(options.PrivateKeyFile);
            }
            catch (Exception unusable) when (unusable is SshException or IOException or UnauthorizedAccessException or InvalidOperationException or NotSupportedException)
            {
                Refuse(nameof(options.PrivateKeyFile), $"cannot be used: {unusable.Message}");
                return null;
            }
        }
    }

    /// <exception cref="SshException">The host is not the right one, or does not let the account in.</exception>
    public async Task<SftpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        AuthenticationMethod method = _key is not null ? new PrivateKeyAuthenticationMethod(_options.Username, _key) : new PasswordAuthenticationMethod(_options.Username, _password);
        var timeout = TimeSpan.FromSeconds(_options.TimeoutSeconds);
        var client = new SftpClient(new ConnectionInfo(_options.Host, _options.Port, _options.Username, method) { Timeout = timeout }) { OperationTimeout = timeout };
        string? stranger = null;
        client.HostKeyReceived += (_, key) =>
        {
            key.CanTrust = _hostKeys.Contains(key.FingerPrintSHA256.TrimEnd('='));
            if (!key.CanTrust)
                stranger = $"{key.HostKeyName} SHA256:{key.FingerPrintSHA256}";
        };
        try
        {
            await client.ConnectAsync(cancellationToken).ConfigureAwait(false);
            return client;
        }
        catch (Exception failure)
        {
            client.Dispose();
            if (stranger is not null)
                throw new HostKeyException(_options.Host, stranger, failure);
            throw;
        }
    }

    [GeneratedRegex("^SHA256:[A-Za-z0-9+/]{43}=?$")]
    private static partial Regex Fingerprint();
}
