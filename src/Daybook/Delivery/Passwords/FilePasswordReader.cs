using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Delivery.Channels;
using Daybook.Input;

namespace Daybook.Delivery.Passwords;

/// <summary>Reads <c>password</c> and <c>password_to</c> of a distribution. Where they cannot be read, or not any more, the file has a password that cannot be had or told, and never none.</summary>
internal sealed class FilePasswordReader(ChannelRegistry channels)
{
    private const string Name = "password", To = "password_to";

    /// <param name="reader">Of the object that has the fields.</param>
    /// <param name="target">Everything else that was read of it.</param>
    /// <param name="addresses">Reads a list of addresses for a channel.</param>
    public ChannelTarget Read(FieldReader reader, ChannelTarget target, IDeliveryChannel? channel, Func<JsonElement, IDeliveryChannel?, string, ImmutableArray<string>> addresses)
    {
        var (word, to) = (reader.Text(Name), reader.Value(To));
        if (word is null)
        {
            if (to is not null)
                reader.Problems.Error(reader.PathOf(To), "there is no password to tell", "add \"password\": \"generated\", or leave it out");
            return target;
        }

        Formats(reader, target, channel);
        var isStored = word.StartsWith(FilePassword.StoredPrefix, StringComparison.Ordinal) && word.Length > FilePassword.StoredPrefix.Length;
        if (!isStored && word != FilePassword.Generated)
        {
            // The text may be a password: it is not repeated.
            reader.Problems.Error(
                reader.PathOf(Name), "a password is never written here: it would be kept with the settings",
                $"write \"{FilePassword.StoredPrefix}NAME\" for one that is kept under /delivery-passwords, or \"{FilePassword.Generated}\"");
            return Protected(target, FilePassword.Missing);
        }

        if (isStored && to is not null)
            reader.Problems.Error(reader.PathOf(To), "a stored password is known to its recipients and told to nobody", "leave it out");
        var password = isStored ? new FilePassword(word[FilePassword.StoredPrefix.Length..]) : Told(reader, target, to, addresses);
        return Protected(target, password);
    }

    /// <summary>Whoever reads the file there reads its password too.</summary>
    private static void WarnOfSameWay(FieldProblems problems, string path, ChannelTarget target, string channel, ImmutableArray<string> told)
    {
        if (channel != target.Channel)
            return;
        var known = target.Everybody(arePeople: true).Select(RecipientAddress.Normal).ToHashSet(StringComparer.Ordinal);
        var both = told.IsEmpty ? target.Everybody(arePeople: true).FirstOrDefault() : told.FirstOrDefault(recipient => known.Contains(RecipientAddress.Normal(recipient)));
        if (both is not null)
            problems.Warning(path, $"'{channel}' brings {RecipientAddress.Of(both)} the password the same way as the file, so that whoever reads the one reads the other", "tell it over another channel, or store one that the recipients know (\"stored:NAME\")");
    }

    private static ChannelTarget Protected(ChannelTarget target, FilePassword password) => target with { Password = password, Artifacts = [new ArtifactChoice(FilePassword.Format, false)] };

    private static void Formats(FieldReader reader, ChannelTarget target, IDeliveryChannel? channel)
    {
        foreach (var choice in target.Artifacts ?? [])
        {
            if (choice.Format != FilePassword.Format)
                reader.Problems.Error($"{reader.PathOf("artifacts")}.{choice.Format}", "a password protects PDF files alone", $"leave {choice.Format} out, or send it by a channel without a password");
            else if (choice.AsLink)
                reader.Problems.Error($"{reader.PathOf("artifacts")}.{choice.Format}", "a link leads to the file without its password", "write \"attach\"");
        }

        if (channel is { Traits.MaximumBytes: 0 })
            reader.Problems.Error(reader.PathOf(Name), $"'{channel.Name}' takes links alone, which lead to the file without its password", "send it by a channel that takes files");
    }

    /// <summary><c>"sms"</c>: to the same recipient over that channel; <c>{"slack": ["#keys"]}</c>: to these.</summary>
    private FilePassword Told(FieldReader reader, ChannelTarget target, JsonElement? to, Func<JsonElement, IDeliveryChannel?, string, ImmutableArray<string>> addresses)
    {
        var path = reader.PathOf(To);
        var (name, list) = to switch
        {
            { ValueKind: JsonValueKind.String } word => (word.GetString(), (JsonElement?)null),
            { ValueKind: JsonValueKind.Object } one when one.EnumerateObject().Count() == 1 => (one.EnumerateObject().First().Name, one.EnumerateObject().First().Value),
            _ => (null, null),
        };
        if (name is null)
        {
            reader.Problems.Error(path, "says over which channel the password is told, apart from the file", "write the name of a channel, which tells whoever gets the file, or an object such as {\"slack\": [\"#keys\"]}");
            return new FilePassword(null, "");
        }

        if (channels.Find(name) is not { } channel)
        {
            reader.Problems.Error(path, $"there is no channel '{name}' on this server{FieldReader.Near(name, channels.Names)}", "channels are " + string.Join(", ", channels.Names));
            return new FilePassword(null, name);
        }

        if (!channel.Traits.ReachesPeople)
            reader.Problems.Error(path, $"'{channel.Name}' reaches programs, and a password is told to people", "name a channel that people read");
        ImmutableArray<string> told = list is null ? [] : addresses(list.Value, channel, $"{path}.{name}");
        WarnOfSameWay(reader.Problems, path, target, channel.Name, told);
        if (list is not null)
            return new FilePassword(null, channel.Name, told);
        foreach (var recipient in target.Everybody(arePeople: true))
        {
            if (channel.Refuse(recipient) is { } refusal)
                reader.Problems.Error(path, $"'{channel.Name}' cannot tell {recipient} the password: {refusal}", $"write {{\"{channel.Name}\": [\"…\"]}} with an address there");
        }

        return new FilePassword(null, channel.Name);
    }
}
