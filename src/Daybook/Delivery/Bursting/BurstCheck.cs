using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Daybook.Composition;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Passwords;
using Daybook.Hosting;
using Daybook.Input;
using Daybook.Jinja;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery.Bursting;

/// <summary>Everything about a burst that can be checked before its data is there.</summary>
internal sealed class BurstCheck(DistributionReader distributions, FilePasswordCheck passwords, ChannelRegistry channels)
{
    private const int MostRecipients = 10_000, LongestCondition = 2000;

    private const string Path = "burst";

    private static readonly ImmutableArray<string> Policies = [BurstDefinition.Skip, BurstDefinition.Send, BurstDefinition.Note];

    /// <summary>What is wrong with it whatever the template is.</summary>
    public void CheckForm(BurstDefinition definition, RequestCheck check)
    {
        check.Line(definition.Split, $"{Path}.split", 200);
        check.Refuse(
            definition.OnNoRows is { } policy && !Policies.Contains(policy), $"{Path}.on_no_rows", $"must be one of {string.Join(", ", Policies)}{FieldReader.Near(definition.OnNoRows ?? "", Policies)}", "unknown_word");
        Condition(definition.SendIf, check);
        if (definition.Alarm is { } alarm)
        {
            distributions.Read(alarm, $"{Path}.alarm", check);
            check.Refuse(NamesNobody(alarm), $"{Path}.alarm", "names nobody; leave it out, or write {\"email\": [\"ann@example.com\"]}", "missing");
        }

        check.Refuse(definition.Recipients is null == definition.RecipientsFrom is null, $"{Path}.recipients", "or recipients_from is needed, one of the two", "missing");
        if (definition.RecipientsFrom is { } columns)
            Columns(columns, check);
        if (definition.Recipients is not { } recipients)
            return;
        check.Refuse(recipients.IsDefaultOrEmpty, $"{Path}.recipients", "names nobody: without recipients nothing would be sent", "missing");
        if (recipients.Length > MostRecipients)
            check.Refuse($"{Path}.recipients", string.Create(CultureInfo.InvariantCulture, $"has {recipients.Length} recipients; at most {MostRecipients} are taken"), "too_long");
        else
            Recipients(recipients, check);
    }

    /// <inheritdoc cref="CheckForm(BurstDefinition, RequestCheck)"/>
    public void CheckForm(BurstDefinition definition, FieldProblems problems)
    {
        var form = new RequestCheck();
        CheckForm(definition, form);
        foreach (var error in form.Errors)
            problems.Error(error.Field ?? Path, error.Message);
        foreach (var warning in form.Warnings)
            problems.Warning(warning.Field ?? Path, warning.Message, warning.Advice);
    }

    /// <summary>What does not fit the template, or what is ordered of it.</summary>
    /// <param name="inputs">Of the report as a whole.</param>
    /// <param name="supplied">The parameters as they were sent, an object.</param>
    public static void CheckFit(BurstDefinition definition, ReportTemplate template, ReportInputs inputs, JsonElement supplied, RequestCheck check)
    {
        var datasets = template.Datasets.Select(dataset => dataset.Name).ToList();
        check.Refuse(datasets.Count == 0, $"{Path}.split", "needs a template with datasets: this one has none, so there is nothing to divide");
        foreach (var shared in definition.Shared ?? [])
            check.Refuse(!datasets.Contains(shared), $"{Path}.shared", $"names the dataset '{shared}', which the template does not have; its datasets are {string.Join(", ", datasets)}");
        if (definition.RecipientsFrom is { } columns)
            check.Refuse(!datasets.Contains(columns.Dataset ?? ""), $"{Path}.recipients_from.dataset", $"must be a dataset of the template; those are {string.Join(", ", datasets)}");
        foreach (var (index, recipient) in (definition.Recipients ?? []).Take(MostRecipients).Index().Where(one => one.Item is not null))
        {
            try
            {
                RecipientReport.InputsOf(inputs, supplied, recipient, definition.Split ?? "", template);
            }
            catch (ProblemException problem)
            {
                foreach (var error in problem.Errors.DefaultIfEmpty(new FieldError("", problem.Message)))
                    check.Refuse($"{Place(index)}.{error.Field}".TrimEnd('.'), error.Message, error.Code ?? "wrong_value");
            }
        }
    }

    /// <exception cref="ProblemException">Recipients name stored passwords that are not there.</exception>
    public Task RequirePasswordsAsync(Session session, BurstDefinition definition, CancellationToken cancellationToken) => passwords.RequireAsync(
        session, (definition.Recipients ?? []).Select(recipient => distributions.Read(recipient.Distribution ?? default, "distribution", new FieldProblems())), cancellationToken);

    private static bool NamesNobody(JsonElement distribution) => distribution.ValueKind == JsonValueKind.Object && distribution.GetPropertyCount() == 0;

    private static string Place(int index) => string.Create(CultureInfo.InvariantCulture, $"{Path}.recipients[{index}]");

    private static void Condition(string? condition, RequestCheck check)
    {
        if (condition is null)
            return;
        check.Refuse(condition.Length > LongestCondition, $"{Path}.send_if", $"has {condition.Length} characters; at most {LongestCondition} are taken", "too_long");
        check.Refuse(condition.AsSpan().TrimStart().StartsWith("{"), $"{Path}.send_if", "is an expression and stands without braces around it, such as findings | length > 0");
        try
        {
            ReportLanguage.Default.CompileExpression(condition);
        }
        catch (JinjaException wrong)
        {
            check.Refuse($"{Path}.send_if", $"cannot be read; column {wrong.Error.Column}: {wrong.Error.Message.TrimEnd('.')}");
        }
    }

    private void Columns(RecipientColumns columns, RequestCheck check)
    {
        check.Line(columns.Dataset, $"{Path}.recipients_from.dataset", 200);
        check.Line(columns.Key, $"{Path}.recipients_from.key", 200);
        check.Line(columns.Address, $"{Path}.recipients_from.address", 200);
        PasswordColumns(columns, check);
        check.Refuse(columns is { Channel: null, ChannelColumn: null }, $"{Path}.recipients_from.channel", "is needed, or channel_column", "missing");
        check.Refuse(
            columns.Channel is { } channel && channels.Find(channel) is null, $"{Path}.recipients_from.channel",
            $"names '{columns.Channel}', which is no channel of this server{FieldReader.Near(columns.Channel ?? "", channels.Names)}; channels are {string.Join(", ", channels.Names)}");
    }

    private void PasswordColumns(RecipientColumns columns, RequestCheck check)
    {
        const string Place = $"{Path}.recipients_from.password_channel";
        check.Refuse(columns is { PasswordAddress: not null, PasswordChannel: null }, Place, "is needed beside password_address: the channel over which generated passwords are told", "missing");
        if (columns.PasswordChannel is not { } name)
            return;
        if (channels.Find(name) is not { } channel)
            check.Refuse(Place, $"names '{name}', which is no channel of this server{FieldReader.Near(name, channels.Names)}; channels are {string.Join(", ", channels.Names)}");
        else
            check.Refuse(!channel.Traits.ReachesPeople, Place, $"names '{name}', which reaches programs, and a password is told to people; name a channel that people read");
        if (columns.Channel is { } files && channels.Find(files)?.Name == channels.Find(name)?.Name && (columns.PasswordAddress ?? columns.Address) == columns.Address)
            check.Warn(new FieldError(Place, $"'{name}' brings each recipient the password the same way as the file, so that whoever reads the one reads the other", "wrong_value") { Advice = "name another channel, or a column with other addresses (password_address)" });
    }

    private void Recipients(ImmutableArray<BurstRecipient> recipients, RequestCheck check)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, recipient) in recipients.Index())
        {
            var place = Place(index);
            if (recipient is null)
            {
                check.Refuse(place, "must be an object with a key and a distribution", "wrong_type");
                continue;
            }

            check.Refuse(string.IsNullOrEmpty(recipient.Key), $"{place}.key", "is needed", "missing");
            check.OptionalText(recipient.Key, $"{place}.key", 500);
            check.OptionalText(recipient.Name, $"{place}.name", 200);
            if (recipient.Distribution is { ValueKind: not JsonValueKind.Null } config && !NamesNobody(config))
            {
                foreach (var name in RecipientNames.Of(recipient, distributions.Read(config, $"{place}.distribution", check)))
                {
                    if (!known.TryAdd(name.Id, index))
                        check.Refuse($"{place}.distribution", $"names {name.Shown} for the key '{recipient.Key}' a second time; {Place(known[name.Id])} has it already", BurstCodes.NamedTwice);
                }
            }
            else
            {
                check.Refuse($"{place}.distribution", "names nobody; write {\"email\": [\"ann@example.com\"]}", "missing");
            }
        }
    }
}
