using Daybook.Delivery.Channels;

namespace Daybook.Tests.Delivery.Channels;

/// <summary>A server with channels that are set up wrongly does not start, and says everything that is wrong.</summary>
public sealed class ChannelSettingsTests
{
    public static TheoryData<string, string, string> Wrong => new()
    {
        { "slack", "", "Channels:x:BotToken is needed, or Webhooks" },
        { "slack", "BotToken=xoxb-1|Webhooks:#a=https://hooks.slack.com/x", "Channels:x:BotToken and Webhooks are both set; a channel has one of them" },
        { "slack", "BotToken=env:DAYBOOK_TESTS_HAVE_NO_SUCH_VARIABLE", "Channels:x:BotToken refers to the environment variable DAYBOOK_TESTS_HAVE_NO_SUCH_VARIABLE, which is not set" },
        { "slack", "BotToken=file:/nowhere/token", "Channels:x:BotToken refers to the file /nowhere/token, which cannot be read" },
        { "slack", "BotToken=xoxb-1|ApiAddress=http://slack.example/api/", "Channels:x:ApiAddress must begin with https://; without TLS only hosts of Outgoing:AllowedPrivate are called" },
        { "slack", "BotToken=xoxb-1|Colour=red", "there is no setting Channels:x:Colour; the channel has ApiAddress, BotToken, Kind, MaximumBytes, TimeoutSeconds, Webhooks" },
        { "teams", "", "Channels:x:Webhooks names no address" },
        { "teams", "Webhooks:SOC=https://169.254.169.254/", "Channels:x:Webhooks:SOC is link-local or a metadata service; only Outgoing:AllowedPrivate can permit it" },
        { "teams", "Webhooks:SOC=not an address", "Channels:x:Webhooks:SOC is no address such as https://hooks.example.com/…" },
        { "webhook", "Webhooks:a=https://hooks.example/|Secret=short", "Channels:x:Secret must be whsec_ and 24 to 64 bytes in base64; “openssl rand -base64 32” makes such bytes" },
        { "s3", "AccessKey=a|SecretKey=b|Bucket=a/b", "Channels:x:Bucket: The field Bucket must" },
        { "s3", "AccessKey=a|SecretKey=b|Bucket=reports|Prefix=/x", "Channels:x:Prefix begins or ends with a slash, or has two together" },
        { "s3", "AccessKey=a|SecretKey=b|Bucket=reports|NamePattern={date}", "Channels:x:NamePattern needs {file}, so that several files of one message differ" },
        { "sftp", "Host=files.example|Username=u|Password=p", "Channels:x:HostKeys names no key; “ssh-keyscan HOST | ssh-keygen -lf -” prints the fingerprints, which somebody must compare with the host's own" },
        { "sftp", "Host=files.example|Username=u|Password=p|HostKeys:0=MD5:aa", "Channels:x:HostKeys holds “MD5:aa”, which is no fingerprint such as SHA256:uNiVztksCsDhcc0u9e8BrQJ8Cb9e9kjQZEXAMPLEfpA" },
        { "sftp", "Host=files.example|Username=u|PrivateKeyFile=/nowhere/key|HostKeys:0=SHA256:uNiVztksCsDhcc0u9e8BrQJ8Cb9e9kjQZEXAMPLEfpA", "Channels:x:PrivateKeyFile cannot be used" },
        { "folder", "", "Channels:x:Path is needed" },
        { "folder", "Path=/tmp|NamePattern=../{file}", "Channels:x:NamePattern is no relative path: it holds “.” or “..”" },
        { "fax", "", "Channels:x:Kind is 'fax', which is no kind of channel" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_setting_is_named_with_the_remedy(string kind, string settings, string problem)
    {
        var problems = ChannelOf.Problems(kind, [.. settings.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(setting => setting.Split('=', 2)).Select(pair => (pair[0], pair[1]))]);
        Assert.Contains(problems, found => found.StartsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_wrong_with_a_channel_is_told_at_once()
    {
        string[] store =
        [
            "Channels:x:AccessKey refers to the environment variable DAYBOOK_TESTS_HAVE_NO_SUCH_VARIABLE, which is not set",
            "Channels:x:Bucket is needed",
            "Channels:x:Endpoint must begin with https://; without TLS only hosts of Outgoing:AllowedPrivate are called",
            "Channels:x:MaximumBytes is 'much', which is no whole number that fits",
            "Channels:x:NamePattern needs {file}, so that several files of one message differ",
            "Channels:x:PathStyle is 'maybe', which is neither true nor false",
            "Channels:x:SecretKey is needed",
            "Channels:x:TimeoutSeconds is '99999999999', which is no whole number that fits",
            "there is no setting Channels:x:Colour; the channel has AccessKey, Bucket, Encryption, Endpoint, Kind, KmsKey, MaximumBytes, NamePattern, PartBytes, PathStyle, Prefix, Region, SecretKey, SessionToken, TimeoutSeconds",
        ];
        Assert.Equal(
            store,
            ChannelOf.Problems("s3", ("MaximumBytes", "much"), ("PathStyle", "maybe"), ("Colour", "red"), ("TimeoutSeconds", "99999999999"), ("NamePattern", "{date}"), ("Endpoint", "http://store.example"), ("AccessKey", "env:DAYBOOK_TESTS_HAVE_NO_SUCH_VARIABLE"))
                .Order(StringComparer.Ordinal));
        string[] mail =
        [
            "DkimDomain is needed to sign mails, beside DkimSelector and DkimKeyFile", "DkimKeyFile cannot be read as a private key in PEM without a passphrase", "From is wrong: ", "Password is needed for the user name",
            "Port is 'smtp', which is no whole number that fits", "Security is none, which only a mail server on this machine may have",
        ];
        var problems = ChannelOf.Problems("email", ("Port", "smtp"), ("Security", "none"), ("Host", "mail.example.com"), ("From", "nobody"), ("UserName", "daybook"), ("DkimSelector", "x"), ("DkimKeyFile", "/nowhere/key.pem"));
        Assert.Equal(mail.Length, problems.Length);
        Assert.All(mail.Zip(problems.Order(StringComparer.Ordinal)), pair => Assert.StartsWith("Channels:x:" + pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void Secrets_are_read_from_files_and_variables()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "xoxb-from-file\n");
        Assert.Equal("xoxb-from-file", Hosting.SecretReference.Read("file:" + file));
        Assert.Equal(Environment.GetEnvironmentVariable("PATH")!.Trim(), Hosting.SecretReference.Read("env:PATH"));
        Assert.Equal("xoxb-1", Hosting.SecretReference.Read("xoxb-1"));
        File.Delete(file);
    }

    [Fact]
    public void Every_channel_says_what_it_is()
    {
        (string Kind, (string, string)[] Settings, long Bytes, string Guarantee, bool ReachesPeople)[] kinds =
        [
            ("slack", [("BotToken", "xoxb-1")], 100_000_000, "at_most_once", true),
            ("slack", [("Webhooks:#a", "https://hooks.slack.com/x")], 0, "at_most_once", true),
            ("teams", [("Webhooks:a", "https://prod.logic.azure.com/x")], 0, "at_most_once", true),
            ("webhook", [("Webhooks:a", "https://hooks.example/"), ("Secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")], 10_000_000, "at_least_once", false),
            ("s3", [("Bucket", "reports"), ("AccessKey", "a"), ("SecretKey", "b")], 1_000_000_000, "at_least_once", false),
            ("sftp", [("Host", "h"), ("Username", "u"), ("Password", "p"), ("HostKeys:0", "SHA256:uNiVztksCsDhcc0u9e8BrQJ8Cb9e9kjQZEXAMPLEfpA")], 1_000_000_000, "at_least_once", false),
            ("folder", [("Path", "/tmp")], 1_000_000_000, "at_least_once", false),
        ];
        Assert.All(kinds, kind => Assert.Equal(
            new ChannelTraits(kind.Kind, kind.Bytes, Daybook.Delivery.DeliveryGuarantee.Find(kind.Guarantee)!, kind.ReachesPeople) { IsOneSide = !kind.Settings.Any(setting => setting.Item1.StartsWith("Webhooks:", StringComparison.Ordinal)) }, ChannelOf.Kind(kind.Kind, kind.Settings).Traits));
    }
}
