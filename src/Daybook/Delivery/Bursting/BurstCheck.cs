using System.Collections.Immutable;
using System.Globalization;
using Daybook.Composition;
using Daybook.Hosting;
using Daybook.Reports;

namespace Daybook.Delivery.Bursting;

/// <summary>Everything about a burst that can be checked before its data is there.</summary>
internal sealed class BurstCheck(DistributionReader distributions)
{
    private const int MostRecipients = 10_000;

    /// <exception cref="ProblemException">Each mistake is named, all at once.</exception>
    public void Require(BurstDefinition definition, NewReport whole, ReportTemplate template)
    {
        var check = new RequestCheck();
        var column = check.Line(definition.Split, "burst.split", 200);
        var datasets = template.Datasets.Select(dataset => dataset.Name).ToList();
        check.Refuse(datasets.Count == 0, "burst.split", "needs a template with datasets: this one has none, so there is nothing to divide");
        foreach (var shared in definition.Shared ?? [])
            check.Refuse(!datasets.Contains(shared), "burst.shared", $"names the dataset '{shared}', which the template does not have; its datasets are {string.Join(", ", datasets)}");
        check.Refuse(definition.OnNoRows is not (null or BurstDefinition.Skip or BurstDefinition.Send), "burst.on_no_rows", $"must be {BurstDefinition.Skip} or {BurstDefinition.Send}", "unknown_word");
        if (definition.Alarm is { } alarm)
            distributions.Read(alarm, "burst.alarm", check);
        check.Refuse(definition.Recipients is null == definition.RecipientsFrom is null, "burst.recipients", "or recipients_from is needed, one of the two", "missing");
        if (definition.RecipientsFrom is { } columns)
            Columns(columns, datasets, check);
        if (definition.Recipients is { } recipients)
        {
            check.Refuse(recipients.IsDefaultOrEmpty, "burst.recipients", "names nobody: without recipients nothing would be sent", "missing");
            check.Refuse(recipients.Length > MostRecipients, "burst.recipients", string.Create(CultureInfo.InvariantCulture, $"has {recipients.Length} recipients; at most {MostRecipients} are taken"), "too_long");
        }

        check.ThrowIfRefused();
        Recipients(definition.Recipients ?? [], definition.Rule, whole, template);
    }

    private static void Columns(RecipientColumns columns, List<string> datasets, RequestCheck check)
    {
        check.Refuse(!datasets.Contains(columns.Dataset ?? ""), "burst.recipients_from.dataset", $"must be a dataset of the template; those are {string.Join(", ", datasets)}");
        check.Line(columns.Key, "burst.recipients_from.key", 200);
        check.Line(columns.Channel, "burst.recipients_from.channel", 100);
        check.Line(columns.Address, "burst.recipients_from.address", 200);
    }

    private void Recipients(ImmutableArray<BurstRecipient> recipients, SplitRule rule, NewReport whole, ReportTemplate template)
    {
        var errors = new List<FieldError>();
        for (var i = 0; i < recipients.Length; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"burst.recipients[{i}]");
            try
            {
                var check = new RequestCheck();
                check.Refuse(string.IsNullOrEmpty(recipients[i].Key), "key", "is needed", "missing");
                check.OptionalText(recipients[i].Key, "key", 500);
                check.OptionalText(recipients[i].Name, "name", 200);
                var distribution = distributions.Read(recipients[i].Distribution ?? default, "distribution", check);
                check.Refuse(distribution.Targets.IsEmpty, "distribution", "names nobody", "missing");
                check.ThrowIfRefused();
                RecipientReport.Of(whole, recipients[i], rule, template);
            }
            catch (ProblemException problem)
            {
                errors.AddRange(problem.Errors.IsEmpty ? [new FieldError(path, problem.Message)] : problem.Errors.Select(error => error with { Field = $"{path}.{error.Field}" }));
            }
        }

        if (errors.Count > 0)
            throw new ProblemException(ProblemType.InvalidRequest, errors.Count == 1 ? $"{errors[0].Field} {errors[0].Message}." : $"The recipients have {errors.Count} mistakes.", [.. errors]);
    }
}
