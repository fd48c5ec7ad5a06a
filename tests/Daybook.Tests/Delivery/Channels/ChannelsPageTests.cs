using System.Reflection;
using System.Text.RegularExpressions;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Channels.Email;
using Daybook.Delivery.Channels.Folder;
using Daybook.Delivery.Channels.S3;
using Daybook.Delivery.Channels.Sftp;
using Daybook.Delivery.Channels.Slack;
using Daybook.Delivery.Channels.Teams;
using Daybook.Delivery.Channels.Webhook;
using Daybook.Webhooks;
using Microsoft.Extensions.Configuration;

namespace Daybook.Tests.Delivery.Channels;

/// <summary>The page of channels has every setting, code and event, and its examples are good settings.</summary>
public sealed partial class ChannelsPageTests
{
    private static readonly string Page = Repository.Read("docs/reference/channels.md");

    public static TheoryData<string, Type> Kinds => new()
    {
        { "E-mail", typeof(EmailOptions) }, { "Slack", typeof(SlackOptions) }, { "Microsoft Teams", typeof(TeamsOptions) }, { "Webhook", typeof(WebhookOptions) },
        { "S3", typeof(S3Options) }, { "SFTP", typeof(SftpOptions) }, { "Folder", typeof(FolderOptions) },
    };

    public static TheoryData<string> Examples => [.. Example().Matches(Page).Select(match => match.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_setting_of_a_kind_has_its_row(string heading, Type options)
    {
        var section = Page.Split("\n## ").Single(part => part.StartsWith(heading + "\n", StringComparison.Ordinal));
        var rows = section.Split('\n').SkipWhile(line => !line.StartsWith("| setting |", StringComparison.Ordinal)).TakeWhile(line => line.StartsWith('|')).SelectMany(line => Name().Matches(line.Split(" | ")[0]).Select(match => match.Groups[1].Value));
        Assert.Equal(options.GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_good(string json)
    {
        // The variables of the examples are not set here.
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Variable().Replace(json, "env:PATH")));
        var channel = new ConfigurationBuilder().AddJsonStream(stream).Build().GetSection("Channels").GetChildren().Single();
        var settings = channel.AsEnumerable(makePathsRelative: true).Where(pair => pair is { Key.Length: > 0, Value: not null } && pair.Key != "Kind").Select(pair => (pair.Key, pair.Value!)).ToArray();
        Assert.Empty(ChannelOf.Problems(channel["Kind"] ?? channel.Key, settings));
    }

    [Fact]
    public void Every_code_and_event_is_there()
    {
        var codes = typeof(ChannelCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
        Assert.All(codes, code => Assert.Contains($"| `{code}` |", Page, StringComparison.Ordinal));
        Assert.All(WebhookEvent.All, known => Assert.Contains($"`{known.Word}`", Page, StringComparison.Ordinal));
    }

    [GeneratedRegex("```json\n(\\{ \"Channels\".*)\n```")]
    private static partial Regex Example();

    [GeneratedRegex("env:[A-Z_]+")]
    private static partial Regex Variable();

    [GeneratedRegex("`([A-Za-z0-9]+)`")]
    private static partial Regex Name();
}
