using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit.Net.Smtp;
using MimeKit;

namespace Daybook.Delivery.Channels.Email;

/// <summary>A connection to a mail server, which weighs mails without sending them, and says why it did not trust a certificate.</summary>
internal sealed class SmtpConnection : SmtpClient
{
    private readonly X509ChainPolicy? _authorities;

    /// <param name="authorities">Trusted beside those of the system; null for none.</param>
    public SmtpConnection(X509ChainPolicy? authorities)
    {
        _authorities = authorities;
        CheckCertificateRevocation = false;
        ServerCertificateValidationCallback = Trusts;
    }

    /// <summary>The end of a sentence; null while nothing is wrong with the server's certificate.</summary>
    public string? CertificateProblem { get; private set; }

    /// <summary>Mails sent over it.</summary>
    public int Count { get; set; }

    /// <summary>When it was last used, by <see cref="TimeProvider.GetTimestamp"/>.</summary>
    public long UsedAt { get; set; }

    protected override async Task<long> GetSizeAsync(FormatOptions options, MimeMessage message, CancellationToken cancellationToken)
    {
        var body = (CommittedBody)message.Body!;
        var commit = body.Commit;
        body.Commit = null;
        try
        {
            var size = await base.GetSizeAsync(options, message, cancellationToken).ConfigureAwait(false);
            return MaxSize > 0 && size > MaxSize ? throw new MailTooLargeException(size, MaxSize) : size;
        }
        finally
        {
            body.Commit = commit;
        }
    }

    private bool Trusts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable) || certificate is not X509Certificate2)
        {
            CertificateProblem = "showed no certificate";
            return false;
        }

        var shown = (X509Certificate2)certificate;
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            CertificateProblem = $"showed a certificate for {ForeignText.Quote(shown.GetNameInfo(X509NameType.DnsName, false))}, which is another name";
            return false;
        }

        return IsOfAuthorities(shown, chain);
    }

    private bool IsOfAuthorities(X509Certificate2 certificate, X509Chain? shown)
    {
        var status = shown?.ChainStatus ?? [];
        if (_authorities is not null)
        {
            using var chain = new X509Chain { ChainPolicy = _authorities.Clone() };
            foreach (var element in shown?.ChainElements.Skip(1) ?? [])
                chain.ChainPolicy.ExtraStore.Add(element.Certificate);
            if (chain.Build(certificate))
                return true;
            status = chain.ChainStatus;
        }

        CertificateProblem = "showed a certificate that cannot be trusted: " + string.Join(", ", status.Select(problem => problem.Status switch
        {
            X509ChainStatusFlags.NotTimeValid => "it has expired or is not valid yet",
            X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain => "nobody known has signed it",
            X509ChainStatusFlags.Revoked => "it was revoked",
            var other => other.ToString(),
        }).Distinct().DefaultIfEmpty("its chain is broken"));
        return false;
    }
}
