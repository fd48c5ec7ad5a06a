using Daybook.Delivery.Passwords;
using Daybook.Composition;
using Daybook.Hosting;
using Daybook.Input;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery.Bursting;

/// <summary>Orders the report of one recipient, with their part of the data beside it; what cannot be ordered is told and stops nobody else.</summary>
internal sealed class BurstParts(BurstStore store, DistributionReader distributions, ReportStores reports, ContentStore contents)
{
    public async Task<NewBurstPart> OrderAsync(Session session, DividedBurst divided, BurstRecipient recipient, CancellationToken cancellationToken)
    {
        var (burst, definition) = (divided.Burst, divided.Definition);
        var problems = new FieldProblems();
        var distribution = DistributionOf(recipient, problems);
        var problem = WithoutPassword(divided, distribution, problems);
        if (problem is not null)
            recipient = recipient with { Distribution = null };
        if (string.IsNullOrEmpty(recipient.Key))
            return new NewBurstPart(recipient, 0, null, BurstPartState.Failed, BurstCodes.NoKey, "The recipient has no key, so nobody can tell which rows are theirs.");
        var rows = divided.Keys.Rows.GetValueOrDefault(recipient.Key);
        if (problem is not null)
            return new NewBurstPart(recipient, rows, null, BurstPartState.Failed, BurstCodes.NoPassword, problem);
        if (IsNamedTwice(recipient, distribution, divided.Named))
            return new NewBurstPart(recipient, rows, null, BurstPartState.Skipped, BurstCodes.NamedTwice, "The list names the same address for the same key before.");
        if (rows == 0 && definition.OnNoRows is null or BurstDefinition.Skip)
            return new NewBurstPart(recipient, rows, null, BurstPartState.Skipped, BurstCodes.NoRows, "There are no rows for this recipient, and the settings make no report then.");
        NewReport own;
        try
        {
            // The mark of a test stands above whatever recipients have.
            own = RecipientReport.Of(divided.Whole, burst.IsTest ? recipient with { Classification = null } : recipient, definition.Rule, divided.Template);
        }
        catch (ProblemException wrong)
        {
            var reason = string.Join(' ', wrong.Errors.Select(error => $"{error.Field} {error.Message}.").DefaultIfEmpty(wrong.Message));
            return new NewBurstPart(recipient, rows, null, BurstPartState.Failed, wrong.Type.Code, reason);
        }

        var report = await reports.Reports.AddAsync(session, own with { Priority = burst.Priority, WantedAt = burst.NotBefore }, cancellationToken).ConfigureAwait(false);
        var sha256 = await contents.PutAsync(session, SnapshotJson.Write(SnapshotSplit.Of(divided.Data, definition.Rule, recipient.Key)), packed: true, cancellationToken).ConfigureAwait(false);
        await store.KeepSnapshotAsync(session, report, sha256, cancellationToken).ConfigureAwait(false);
        return new NewBurstPart(recipient, rows, report, BurstPartState.Making);
    }

    /// <summary>What can be read of it; what is wrong with it shows in the ledger.</summary>
    public Distribution DistributionOf(BurstRecipient recipient) => DistributionOf(recipient, new FieldProblems());

    private Distribution DistributionOf(BurstRecipient recipient, FieldProblems problems) => distributions.Read(recipient.Distribution ?? default, "distribution", problems);

    /// <summary>Why a file that should open with a password cannot; null where it can, or should not. The name is not repeated: it may be a password that stands there by mistake.</summary>
    private static string? WithoutPassword(DividedBurst divided, Distribution distribution, FieldProblems problems)
    {
        if (divided.Definition.RecipientsFrom is not { IsProtected: true } columns)
            return null;
        var passwords = distribution.Targets.Select(target => target.Password).OfType<FilePassword>().ToList();
        if (passwords.Exists(password => password.IsGenerated))
        {
            if (columns.PasswordChannel is null)
                return $"The column '{columns.Password}' asks for a generated password, and the file is not sent without one. Say over which channel it is told with recipients_from.password_channel.";
            return problems.ToImmutable().FirstOrDefault(wrong => wrong.Severity == DiagnosticSeverity.Error && wrong.Path.Contains(".password_to", StringComparison.Ordinal)) is { } untold
                ? $"The recipient cannot be told the password, and the file is not sent without one: {untold.Message.TrimEnd('.')}."
                : null;
        }

        if (passwords.Exists(password => !FilePassword.IsName(password.Stored!)))
            return $"The column '{columns.Password}' names no stored password for this recipient, and the file is not sent without one. Names are {FilePassword.NameRule}.";
        return passwords.Exists(password => divided.MissingPasswords.Contains(password.Stored!))
            ? $"The column '{columns.Password}' names a stored password for this recipient that is not there, and the file is not sent without one. Store it with PUT /delivery-passwords/NAME."
            : null;
    }

    /// <summary>Whether every address of a recipient has their report already.</summary>
    private static bool IsNamedTwice(BurstRecipient recipient, Distribution distribution, HashSet<string> named)
    {
        var names = RecipientNames.Of(recipient, distribution).Select(name => name.Id).ToList();
        var isKnown = names.Count > 0 && names.TrueForAll(named.Contains);
        named.UnionWith(names);
        return isKnown;
    }
}
