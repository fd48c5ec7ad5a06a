using System.Globalization;
using System.Text.Json;
using Daybook.Delivery;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Passwords;
using Daybook.Input;
using Daybook.Tests.BothDatabases.Delivery;
using Microsoft.Extensions.Options;

namespace Daybook.Tests.Delivery;

public sealed class DistributionReaderTests
{
    private static (Distribution Read, string[] Problems) Read(string json, params string[] allowedDomains)
    {
        var options = new DeliveryOptions();
        foreach (var domain in allowedDomains)
            options.AllowedDomains.Add(domain);
        var channels = RecordingChannel.Registry(
            new RecordingChannel("mail"), new RecordingChannel("slack", new ChannelTraits("slack", 0, DeliveryGuarantee.AtMostOnce, true)), new RecordingChannel("vault", new ChannelTraits("s3", 1_000_000, DeliveryGuarantee.AtLeastOnce, false)));
        var problems = new FieldProblems();
        var read = new DistributionReader(channels, new RecipientRules(Options.Create(options)), new FilePasswordReader(channels), Options.Create(options)).Read(JsonElement.Parse(json), "distribution", problems);
        return (read, [.. problems.ToImmutable().Select(problem => problem.ToString())]);
    }

    [Fact]
    public void The_plain_form_maps_channels_to_lists_and_a_kind_finds_its_only_channel()
    {
        var (read, problems) = Read("""{"email": ["ann@example.com", "bob@example.com"], "slack": ["#close"]}""");
        Assert.Empty(problems);
        Assert.Equal(["mail", "slack"], read.Targets.Select(target => target.Channel));
        Assert.Equal(["ann@example.com", "bob@example.com"], read.Targets[0].Recipients);
        Assert.Null(read.Targets[0].Artifacts);
        Assert.False(read.Targets[0].IsShared("ann@example.com"));
    }

    [Fact]
    public void An_object_says_more()
    {
        var (read, problems) = Read(
            """
            {"mail": {"to": ["ann@example.com"], "cc": ["bob@example.com"], "bcc": ["Ann@example.com", "eve@example.com"], "artifacts": {"pdf": "attach", "html": "link"},
              "guarantee": "at_least_once", "subject": "Close of {{ business_date }}", "when": "with_errors", "on_empty": "note"}}
            """);
        Assert.Empty(problems);
        var target = Assert.Single(read.Targets);
        Assert.Equal(["ann@example.com", "bob@example.com", "eve@example.com"], target.Everybody(arePeople: true));
        Assert.Equal([new ArtifactChoice("pdf", false), new ArtifactChoice("html", true)], target.Artifacts!.Value);
        Assert.Equal((DistributionWhen.WithErrors, EmptyPolicy.Note, "at_least_once"), (target.When, target.OnEmpty, target.Guarantee));
        Assert.True(target.IsShared("eve@example.com"));
        Assert.Equal(target.ToJson(), JsonSerializer.Deserialize(target.ToJson(), DeliveryJson.Default.ChannelTarget)!.ToJson());
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_with_its_place() => Assert.Equal(
        [
            "error: distribution.mail.to[1]: 'nobody' is no address",
            "error: distribution.mail.to[2]: an address is a text",
            "error: distribution.mail.artifacts.pdff: 'pdff' is no format; did you mean 'pdf'? (formats are html, pdf, markdown, json)",
            "error: distribution.mail.artifacts.html: a format is attached or linked (write \"attach\" or \"link\")",
            "error: distribution.mail.subject: must be one line without control characters",
            "error: distribution.mail.when: 'sometimes' is not a value of 'when' (write one of always, with_errors, complete)",
            "error: distribution.mail.guarantee: 'twice' is no guarantee (write one of at_most_once, at_least_once)",
            "error: distribution.mail.subjekt: there is no field 'subjekt' here; did you mean 'subject'? (remove it or correct its name)",
            "error: distribution.slak: there is no channel 'slak' on this server; did you mean 'slack'? (channels are mail, slack, vault)",
            "error: distribution.slack: nobody is named (add 'recipients')",
            "error: distribution.vault: a list of addresses is wanted here (write [\"ann@example.com\"])",
        ],
        Read(
            """
            {"mail": {"to": ["ann@example.com", "nobody", 5], "artifacts": {"pdff": "attach", "html": "sent"}, "subject": "A\nBcc: eve@example.com", "when": "sometimes",
              "guarantee": "twice", "subjekt": "x"}, "slak": ["#a"], "slack": {}, "vault": 7}
            """).Problems);

    [Fact]
    public void Every_malformed_address_of_five_thousand_is_named()
    {
        var addresses = Enumerable.Range(0, 5000).Select(i => i % 10 == 0 ? $"broken{i}" : $"user{i}@example.com");
        var (read, problems) = Read(JsonSerializer.Serialize(new { mail = addresses }));
        Assert.Equal(5000, read.Targets[0].Recipients.Length);
        Assert.Equal(Enumerable.Range(0, 500).Select(i => string.Create(CultureInfo.InvariantCulture, $"error: distribution.mail[{i * 10}]: 'broken{i * 10}' is no address")), problems);
    }

    [Fact]
    public void A_mail_does_not_name_hundreds_of_people() =>
        Assert.Contains("at most 100 can be named", Assert.Single(Read(JsonSerializer.Serialize(new { mail = new { to = Enumerable.Range(0, 101).Select(i => $"user{i}@example.com") } })).Problems), StringComparison.Ordinal);

    [Fact]
    public void Mails_go_only_to_the_allowed_domains()
    {
        var (_, problems) = Read("""{"mail": ["a@example.com", "b@sub.example.org", "c@example.org", "d@evil.com"], "slack": ["#anything"]}""", "Example.com", "*.example.org");
        Assert.Equal(["distribution.mail[2]", "distribution.mail[3]"], problems.Select(problem => problem.Split(": ")[1]));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    public void Nobody_may_be_named(string json)
    {
        var (read, problems) = Read(json);
        Assert.Empty(problems);
        Assert.Empty(read.Targets.SelectMany(target => target.Everybody(arePeople: true)));
    }

    [Fact]
    public void A_channel_that_names_nobody_is_refused() => Assert.Equal(
        [
            "error: distribution.mail: nobody is named (add an address, or leave the channel out)",
            "error: distribution.slack: nobody is named (add 'recipients')",
        ],
        Read("""{"mail": [], "slack": {"recipients": []}}""").Problems);

    [Fact]
    public void A_password_is_named_and_never_written()
    {
        var (read, problems) = Read("""{"mail": {"to": ["ann@example.com"], "password": "stored:ann"}}""");
        Assert.Empty(problems);
        Assert.Equal(("ann", false), (read.Targets[0].Password!.Stored, read.Targets[0].Password!.IsGenerated));
        Assert.Equal([new ArtifactChoice("pdf", false)], read.Targets[0].Artifacts!.Value);
        (read, problems) = Read("""{"mail": {"to": ["ann@example.com"], "password": "generated", "password_to": {"slack": ["#keys"]}}}""");
        Assert.Empty(problems);
        Assert.Equal(("slack", "#keys"), (read.Targets[0].Password!.Channel, Assert.Single(read.Targets[0].Password!.Recipients!.Value)));
    }

    [Theory]
    [InlineData("""{"to": ["ann@example.com"], "password": "hunter2-hunter2"}""", "distribution.mail.password: a password is never written here")]
    [InlineData("""{"to": ["ann@example.com"], "password": "generated"}""", "distribution.mail.password_to: says over which channel")]
    [InlineData("""{"to": ["ann@example.com"], "password": "generated", "password_to": "slak"}""", "distribution.mail.password_to: there is no channel 'slak' on this server; did you mean 'slack'?")]
    [InlineData("""{"to": ["ann@example.com"], "password": "generated", "password_to": {"vault": ["#x"]}}""", "'vault' reaches programs")]
    [InlineData("""{"to": ["ann@example.com"], "password": "stored:a", "password_to": "mail"}""", "distribution.mail.password_to: a stored password is known")]
    [InlineData("""{"to": ["ann@example.com"], "password_to": "mail"}""", "distribution.mail.password_to: there is no password to tell")]
    [InlineData("""{"to": ["ann@example.com"], "password": "stored:a", "artifacts": {"html": "attach"}}""", "distribution.mail.artifacts.html: a password protects PDF files alone")]
    [InlineData("""{"to": ["ann@example.com"], "password": "stored:a", "artifacts": {"pdf": "link"}}""", "distribution.mail.artifacts.pdf: a link leads to the file without its password")]
    public void What_would_give_a_protected_file_away_is_refused(string mail, string problem)
    {
        var (_, problems) = Read($$"""{"mail": {{mail}}}""");
        Assert.Contains(problem, Assert.Single(problems), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", problems[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"to": ["ann@example.com"], "password": "generated", "password_to": "gone"}""")]
    [InlineData("""{"to": ["ann@example.com"], "password": "generated", "password_to": {}}""")]
    [InlineData("""{"to": ["ann@example.com"], "password": "generated"}""")]
    [InlineData("""{"to": ["ann@example.com"], "password": "hunter2-hunter2"}""")]
    public void What_was_to_have_a_password_is_never_read_as_open_also_where_mistakes_are_passed_over(string mail)
    {
        var target = Assert.Single(Read($$"""{"mail": {{mail}}}""").Read.Targets);
        Assert.NotNull(target.Password);
        Assert.Equal([new ArtifactChoice("pdf", false)], target.Artifacts!.Value);
    }

    [Theory]
    [InlineData("""{"to": ["ann@example.com"], "password": "generated", "password_to": "mail"}""", true)]
    [InlineData("""{"to": ["ann@example.com"], "password": "generated", "password_to": {"email": ["Ann <ANN@example.com>"]}}""", true)]
    [InlineData("""{"to": ["ann@example.com"], "password": "generated", "password_to": {"email": ["bob@example.com"]}}""", false)]
    [InlineData("""{"to": ["ann@example.com"], "password": "generated", "password_to": {"slack": ["ann@example.com"]}}""", false)]
    public void A_password_that_goes_the_same_way_as_its_file_is_worth_a_warning(string mail, bool warned)
    {
        var (read, problems) = Read($$"""{"mail": {{mail}}}""");
        string[] expected = warned
            ? ["warning: distribution.mail.password_to: 'mail' brings ann@example.com the password the same way as the file, so that whoever reads the one reads the other (tell it over another channel, or store one that the recipients know (\"stored:NAME\"))"]
            : [];
        Assert.Equal(expected, problems, StringComparer.OrdinalIgnoreCase);
        Assert.True(Assert.Single(read.Targets).Password!.IsGenerated);
    }

    [Fact]
    public void A_channel_of_links_takes_no_protected_file()
    {
        var (_, problems) = Read("""{"slack": {"recipients": ["#close"], "password": "stored:a"}}""");
        Assert.Contains("takes links alone", Assert.Single(problems), StringComparison.Ordinal);
    }
}
