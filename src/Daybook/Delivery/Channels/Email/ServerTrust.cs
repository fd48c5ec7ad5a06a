using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Daybook.Outgoing;

namespace Daybook.Delivery.Channels.Email;

/// <summary>Whether a mail server's certificate is good, and why it is not.</summary>
/// <param name="authorities">Trusted beside those of the system; null for none.</param>
internal sealed class ServerTrust(X509ChainPolicy? authorities)
{
    /// <summary>The end of a sentence; null while nothing is wrong with the server's certificate.</summary>
    public string? Problem { get; private set; }

    public bool Check(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable) || certificate is not X509Certificate2 shown)
        {
            Problem = "showed no certificate";
            return false;
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            Problem = $"showed a certificate for {ForeignText.Quote(shown.GetNameInfo(X509NameType.DnsName, false))}, which is another name. Set Host to that name, or have the server show one for this name";
            return false;
        }

        return IsOfAuthorities(shown, chain);
    }

    private bool IsOfAuthorities(X509Certificate2 certificate, X509Chain? shown)
    {
        var status = shown?.ChainStatus ?? [];
        if (authorities is not null)
        {
            using var chain = new X509Chain { ChainPolicy = authorities.Clone() };
            foreach (var element in shown?.ChainElements.Skip(1) ?? [])
                chain.ChainPolicy.ExtraStore.Add(element.Certificate);
            if (chain.Build(certificate))
                return true;
            status = chain.ChainStatus;
        }

        Problem = "showed a certificate that cannot be trusted: " + string.Join(", ", status.Select(problem => problem.Status switch
        {
            X509ChainStatusFlags.NotTimeValid => "it has expired or is not valid yet",
            X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain => "nobody known has signed it",
            X509ChainStatusFlags.Revoked => "it was revoked",
            var other => other.ToString(),
        }).Distinct().DefaultIfEmpty("its chain is broken"))
            + (status.Any(problem => problem.Status is X509ChainStatusFlags.NotTimeValid) ? ". Have the server show one that is good today" : "")
            + (status.Any(problem => problem.Status is X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain) ? ". If its authority is one of yours, name it in Outgoing:AuthoritiesFile" : "");
        return false;
    }
}
