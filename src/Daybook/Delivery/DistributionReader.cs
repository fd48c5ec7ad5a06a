using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Composition;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Channels.Email;
using Daybook.Delivery.Messages;
using Daybook.Delivery.Passwords;
using Daybook.Export;
using Daybook.Hosting;
using Daybook.Input;
using Microsoft.Extensions.Options;

namespace Daybook.Delivery;

/// <summary>
/// Reads who is to get a report: <c>{"email": ["ann@example.com"], "slack": ["#close"]}</c>, where an object in place of a list says more.
/// </summary>
internal sealed class DistributionReader(ChannelRegistry channels, RecipientRules rules, FilePasswordReader passwords, IOptions<DeliveryOptions> options)
{
    /// <summary>A mail that names more people than these is better sent to each alone.</summary>
    private const int MostNamed = 100;

    private static IEnumerable<string> Formats => Exporters.All.Select(known => known.Format);

    /// <returns>All that could be read, also where there are mistakes: what cannot be sent shows as failed in the ledger.</returns>
    /// <param name="path">Where <paramref name="config"/> stands in what was sent.</param>
    public Distribution Read(JsonElement config, string path, FieldProblems problems)
    {
        if (config.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return Distribution.Nobody;
        if (config.ValueKind != JsonValueKind.Object)
        {
            problems.Error(path.Length == 0 ? "distribution" : path, "an object of channels and their recipients is wanted here", "write {\"email\": [\"ann@example.com\"]}");
            return Distribution.Nobody;
        }

        return new Distribution([.. config.EnumerateObject().Select(field => ReadTarget(field, path.Length == 0 ? field.Name : $"{path}.{field.Name}", problems))]);
    }

    /// <summary>As <see cref="Read(JsonElement, string, FieldProblems)"/>, for requests.</summary>
    public Distribution Read(JsonElement config, string path, RequestCheck check)
    {
        var problems = new FieldProblems();
        var distribution = Read(config, path, problems);
        foreach (var problem in problems.ToImmutable().Where(problem => problem.Severity == DiagnosticSeverity.Error))
            check.Refuse(problem.Path, problem.Advice is null ? problem.Message : $"{problem.Message}{(problem.Message.EndsWith('?') ? "" : ";")} {problem.Advice}");
        foreach (var warning in FieldErrors.Warnings(problems.ToImmutable()))
            check.Warn(warning);
        return distribution;
    }

    private ChannelTarget ReadTarget(JsonProperty field, string path, FieldProblems problems)
    {
        var channel = channels.Find(field.Name);
        if (channel is null)
            problems.Error(path, $"there is no channel '{field.Name}' on this server{FieldReader.Near(field.Name, channels.Names)}", channels.Names.IsEmpty ? "an administrator sets channels up in the server's settings" : "channels are " + string.Join(", ", channels.Names));
        var target = field.Value.ValueKind == JsonValueKind.Object
            ? ReadObject(field, channel, path, problems)
            : new ChannelTarget(channel?.Name ?? field.Name, Addresses(field.Value, channel, path, problems));
        if (field.Value is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 0)
            problems.Error(path, "nobody is named", NeedsNoAddress(channel) ? "write {} in place of the list: the channel leads to one place" : "add an address, or leave the channel out");
        var count = target.Everybody(arePeople: true).Count();
        if (count > options.Value.MaximumRecipients)
            problems.Error(path, $"there are {count} recipients; at most {options.Value.MaximumRecipients} are taken", "send to a list, or ask an administrator to raise Delivery:MaximumRecipients");
        if (target.To.Length + target.Cc.Length > MostNamed)
            problems.Error(path, $"'to' and 'cc' name {target.To.Length + target.Cc.Length} people in each mail; at most {MostNamed} can be named", "move them to 'recipients', who get a mail each");
        return target;
    }

    private ChannelTarget ReadObject(JsonProperty field, IDeliveryChannel? channel, string path, FieldProblems problems)
    {
        var reader = new FieldReader(field.Value, path, problems);
        var isMail = channel?.Traits.Kind is null or EmailChannel.Kind;
        var target = new ChannelTarget(channel?.Name ?? field.Name, Addresses(reader, "recipients", channel))
        {
            To = Addresses(reader, "to", channel),
            Cc = isMail ? Addresses(reader, "cc", channel) : [],
            Bcc = isMail ? Addresses(reader, "bcc", channel) : [],
            Artifacts = Artifacts(reader),
            Guarantee = reader.Text("guarantee"),
            Subject = Template(reader, MessageTemplates.Subject),
            Body = Template(reader, MessageTemplates.Body),
            Cards = isMail ? reader.Word<CardsForm>("cards") : null,
            When = reader.Word<DistributionWhen>("when") ?? DistributionWhen.Always,
            OnEmpty = reader.Word<EmptyPolicy>("on_empty") ?? EmptyPolicy.Send,
        };
        if (target.Guarantee is { } word && DeliveryGuarantee.Find(word) is null)
            problems.Error(reader.PathOf("guarantee"), $"'{word}' is no guarantee", "write one of " + string.Join(", ", DeliveryGuarantee.All.Select(known => known.Word)));
        if (!isMail)
            target = target with { Recipients = [.. target.Recipients, .. target.To], To = [] };
        target = passwords.Read(reader, target, channel, (value, told, at) => Addresses(value, told, at, problems));
        reader.RefuseOthers();
        if (!target.Everybody(arePeople: false).Any())
        {
            if (NeedsNoAddress(channel))
                return target with { Recipients = [""] };
            problems.Error(path, "nobody is named", "add 'recipients'");
        }

        return target;
    }

    /// <summary>Whether the channel leads to one place only.</summary>
    private static bool NeedsNoAddress(IDeliveryChannel? channel) => channel is not null && channel.Refuse("") is null;

    private ImmutableArray<string> Addresses(FieldReader reader, string name, IDeliveryChannel? channel) =>
        reader.Value(name) is { } value ? Addresses(value, channel, reader.PathOf(name), reader.Problems) : [];

    private ImmutableArray<string> Addresses(JsonElement value, IDeliveryChannel? channel, string path, FieldProblems problems)
    {
        if (value.ValueKind is not (JsonValueKind.Array or JsonValueKind.String))
        {
            problems.Error(path, "a list of addresses is wanted here", "write [\"ann@example.com\"]");
            return [];
        }

        var items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select((item, index) => (item, $"{path}[{index}]")) : [(value, path)];
        var addresses = ImmutableArray.CreateBuilder<string>();
        foreach (var (item, place) in items)
        {
            if (item.ValueKind != JsonValueKind.String)
            {
                problems.Error(place, "an address is a text");
                continue;
            }

            var address = item.GetString()!.Trim();
            addresses.Add(address);
            if (channel is not null && (channel.Refuse(address) ?? rules.Refuse(channel, address)) is { } refusal)
                problems.Error(place, refusal);
        }

        return addresses.ToImmutable();
    }

    /// <summary><c>{"pdf": "attach", "html": "link"}</c>.</summary>
    private static ImmutableArray<ArtifactChoice>? Artifacts(FieldReader reader)
    {
        if (reader.Value("artifacts") is not { } value)
            return null;
        var path = reader.PathOf("artifacts");
        if (value.ValueKind != JsonValueKind.Object)
        {
            reader.Problems.Error(path, "an object of formats is wanted here", "write {\"pdf\": \"attach\", \"html\": \"link\"}");
            return null;
        }

        var choices = ImmutableArray.CreateBuilder<ArtifactChoice>();
        foreach (var field in value.EnumerateObject())
        {
            var how = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString() : null;
            if (Exporters.Find(field.Name) is not { } exporter)
                reader.Problems.Error($"{path}.{field.Name}", $"'{field.Name}' is no format{FieldReader.Near(field.Name, Formats)}", "formats are " + string.Join(", ", Formats));
            else if (how is not ("attach" or "link"))
                reader.Problems.Error($"{path}.{field.Name}", "a format is attached or linked", "write \"attach\" or \"link\"");
            else
                choices.Add(new ArtifactChoice(exporter.Format, how == "link"));
        }

        return choices.ToImmutable();
    }

    private static string? Template(FieldReader reader, string name)
    {
        const int Longest = 10_000;
        var text = reader.Text(name);
        if (text is null)
            return null;
        if (text.Length > Longest)
            reader.Problems.Error(reader.PathOf(name), $"has {text.Length} characters; at most {Longest} are taken");
        else if (name == MessageTemplates.Subject && text.Any(char.IsControl))
            reader.Problems.Error(reader.PathOf(name), "must be one line without control characters");
        else
            MessageTemplates.Check(text, name, reader.PathOf(name), reader.Problems);
        return text;
    }
}
