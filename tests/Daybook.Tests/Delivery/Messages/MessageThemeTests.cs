using Daybook.Delivery;
using Daybook.Delivery.Messages;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Storage;
using Daybook.Templates;
using Microsoft.Extensions.Options;

namespace Daybook.Tests.Delivery.Messages;

public sealed class MessageThemeTests
{
    [Theory]
    [InlineData("{}", "[]", "daybook")]
    [InlineData("""{"html": {"theme": "contrast"}}""", "[]", "contrast")]
    [InlineData("""{"pdf": {"theme": "contrast"}}""", "[]", "contrast")]
    [InlineData("""{"html": {"theme": "daybook"}, "pdf": {"theme": "contrast"}}""", "[]", "daybook")]
    [InlineData("""{"html": {"theme": "daybook"}}""", """[{"format": "html", "options": {"theme": "contrast"}}]""", "contrast")]
    [InlineData("""{"html": {"theme": "gone"}}""", "[]", "daybook")]
    public void A_mail_looks_as_its_report(string template, string ordered, string theme) => Assert.Equal(theme, Theme.Of(Report(template, ordered)).Name);

    [Fact]
    public void A_notice_looks_as_the_house() => Assert.Equal("daybook", Theme.Of(null).Name);

    private static MessageTheme Theme => new(Options.Create(new DeliveryOptions()), new ServerSettings(Path.GetTempPath(), "", [], TimeProvider.System));

    private static StoredReport Report(string template, string ordered) => new()
    {
        Id = new ReportId(Guid.Empty), TemplateId = new TemplateId(Guid.Empty), TemplateName = "Close", Zone = "UTC", GeneratedByName = "ann", Status = ReportState.Completed,
        TemplateSnapshot = new Json($$"""{"metadata": {"id": "a", "name": "A", "version": "1"}, "blocks": [{"id": "a", "type": "data_block", "order": 1, "title": "A", "template": "a"}], "export_config": {{template}}}"""),
        Inputs = new Json($$"""
            {"period": {"business_date": "2026-05-04", "start": "2026-05-03T00:00:00Z", "end": "2026-05-04T00:00:00Z", "zone": "UTC", "earlier": []}, "generated_at": "2026-05-04T00:00:00Z",
             "parameters": {}, "shift": null, "operator": null, "classification": null, "allow_scripts": false, "exports": {{ordered}}}
            """),
    };
}
