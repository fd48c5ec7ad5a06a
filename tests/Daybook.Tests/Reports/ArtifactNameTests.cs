using Daybook.Reports;
using Daybook.Tests.Documents;

namespace Daybook.Tests.Reports;

public sealed class ArtifactNameTests
{
    [Theory]
    [InlineData("Day Shift - Americas", "COB_Report_20260504_Day_Shift_Americas.html")]
    [InlineData("../../etc/passwd\r\nBcc: x", "COB_Report_20260504_etc_passwd_Bcc_x.html")]
    [InlineData("夜勤", "COB_Report_20260504_夜勤.html")]
    [InlineData(null, "COB_Report_20260504.html")]
    public void A_file_is_named_by_business_date_and_shift(string? shift, string expected) =>
        Assert.Equal(expected, ArtifactName.Of(SampleDocuments.Metadata with { TemplateId = "standard_security_cob", Shift = shift }, ".html"));

    [Fact]
    public void Two_templates_of_one_day_have_two_names() =>
        Assert.Equal("close_daily_20260504.html", ArtifactName.Of(SampleDocuments.Metadata with { Shift = null }, ".html"));

    [Fact]
    public void A_name_stays_short() =>
        Assert.True(ArtifactName.Of(SampleDocuments.Metadata with { Shift = new string('x', 5000) }, ".html").Length < 120);
}
