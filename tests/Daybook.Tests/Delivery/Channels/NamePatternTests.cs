using System.Text;
using Daybook.Delivery.Channels.Stored;

namespace Daybook.Tests.Delivery.Channels;

public sealed class NamePatternTests
{
    private static string Path(string pattern, string file, string title = "COB report")
    {
        var message = Messages.To(".") with { Report = Messages.To(".").Report with { Title = title }, Attachments = [Messages.Attachment(file, "x")] };
        Assert.Null(NamePattern.Problem(pattern));
        return StoredFile.Of(message, Pattern(pattern), "").Single().Path;
    }

    private static NamePattern Pattern(string pattern) => NamePattern.Read(null!, "NamePattern", pattern)!;

    [Fact]
    public void The_default_name_holds_the_date_and_the_key_of_the_delivery() =>
        Assert.Equal($"2026-05-04/{Messages.Key[..16]}/report.pdf", Path(NamePattern.Default, "report.pdf"));

    [Fact]
    public void Every_placeholder_has_its_value() =>
        Assert.Equal("2026/05/04/COB report-report.completed-report.pdf", Path("{year}/{month}/{day}/{title}-{event}-{file}", "report.pdf"));

    [Theory]
    [InlineData("../../etc/passwd", "_.._.._etc_passwd")]
    [InlineData("..", "_")]
    [InlineData(".hidden", "_.hidden")]
    [InlineData("a\0b\nc", "a_b_c")]
    [InlineData("a\\b:c*d", "a_b_c_d")]
    [InlineData("name. . ", "name")]
    [InlineData("exe\u202Efdp.report", "exe_fdp.report")]
    public void No_name_from_data_leaves_its_place(string file, string name) => Assert.Equal(name, Path("{file}", file));

    [Fact]
    public void A_title_of_dots_and_slashes_makes_one_plain_folder() => Assert.Equal("_.._.._root/report.pdf", Path("{title}/{file}", "report.pdf", "../../root"));

    [Fact]
    public void A_name_that_is_too_long_keeps_its_extension_and_whole_characters()
    {
        var name = Path("{file}", new string('漢', 300) + ".pdf");
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 250, 255);
        Assert.EndsWith("漢.pdf", name, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_of_one_name_both_stay()
    {
        var message = Messages.To(".") with { Attachments = [Messages.Attachment("a/b.pdf", "1"), Messages.Attachment("a_b.pdf", "2")] };
        Assert.Equal(["top/a_b.pdf", "top/a_b-2.pdf"], StoredFile.Of(message, Pattern("{file}"), "top").Select(file => file.Path));
    }

    [Theory]
    [InlineData("{date}/report.pdf", "needs {file}")]
    [InlineData("{dat}/{file}", "has the placeholder {dat}")]
    [InlineData("/{file}", "is no relative path")]
    [InlineData("a//{file}", "is no relative path")]
    [InlineData("../{file}", "is no relative path")]
    [InlineData("a\\{file}", "is no relative path")]
    public void A_wrong_pattern_is_refused(string pattern, string problem) => Assert.StartsWith(problem, NamePattern.Problem(pattern), StringComparison.Ordinal);

    [Theory]
    [InlineData(".", true)]
    [InlineData("daily/soc", true)]
    [InlineData("..", false)]
    [InlineData("a/../../b", false)]
    [InlineData("/etc", false)]
    [InlineData("a/", false)]
    [InlineData("", false)]
    [InlineData("a\nb", false)]
    public void A_recipient_is_a_path_below_the_top(string recipient, bool isGood) => Assert.Equal(isGood, StoredFile.Refuse(recipient) is null);

    [Fact]
    public void A_message_without_artifacts_is_stored_as_its_text()
    {
        var file = StoredFile.Of(Messages.Hostile(".") with { Subject = "The report of 4 May failed", Text = "No data.", Links = [] }, Pattern("{file}"), ".").Single();
        Assert.Equal("report.completed.txt", file.Path);
        Assert.Equal("The report of 4 May failed\n\nNo data.\n", Encoding.UTF8.GetString(file.Content.Span));
    }
}
