using Daybook.Documents;

namespace Daybook.Export.Mail;

/// <summary>The mail as plain text: the same figures, what failed first.</summary>
internal sealed class MailText(MailContent content, MailOptions options)
{
    private readonly PlainLines _lines = new();

    public string Write()
    {
        if (content.Classification is { Length: > 0 } classification)
            _lines.Add(MailContent.Line(classification, MailContent.LongestTitle).ToUpperInvariant()).Gap();
        if (options.IsTest)
            _lines.Add("TEST: sent to try this out; it does not count as a delivery").Gap();
        if (content is { IsWhole: false, IsNotice: false })
            Incomplete();
        Header();
        if (content.IsEmpty)
            Empty(MailContent.NothingAssessed);
        if (options.Introduction is { Length: > 0 } introduction)
        {
            foreach (var paragraph in MailParagraphs.Of(introduction, MailContent.LongestIntroduction))
            {
                foreach (var line in paragraph)
                    _lines.Add(line);
                _lines.Gap();
            }
        }

        var blocks = new MailTextBlocks(_lines);
        foreach (var part in content.Parts)
        {
            if (part.Title is { Length: > 0 } title && !part.Blocks.IsEmpty)
                _lines.Heading(MailContent.Line(title, MailContent.LongestTitle));
            blocks.VisitAll(part.Blocks, 0);
        }

        Bottom();
        return _lines.ToString();
    }

    private void Incomplete()
    {
        _lines.Add("! THIS REPORT IS NOT COMPLETE");
        foreach (var problem in content.Problems)
            _lines.Add(problem);
        if (!content.Failed.IsEmpty || content.Problems.IsEmpty)
            _lines.Add(content.FailedCount + (content.Failed.IsEmpty ? ". See the report." : ":"));
        Named(content.Failed, MailContent.ReasonOf);
        _lines.Gap();
    }

    private void Header()
    {
        var metadata = content.Metadata;
        _lines.Heading(content.Title);
        if (metadata.Subtitle is { Length: > 0 } subtitle)
            _lines.Add(MailContent.Line(subtitle, MailContent.LongestTitle)).Gap();
        foreach (var (name, value) in MetadataLines.Facts(metadata).Prepend(("Status", StatusText.Of(content.Status))).Skip(content.IsNotice ? 1 : 0))
            _lines.Add($"{name}: {MailContent.Line(value, MailContent.LongestTitle)}", indent: 2);
        _lines.Gap();
    }

    private void Bottom()
    {
        if (content.IsCut)
            _lines.Add("This is only the beginning of the report; the whole report has the rest.").Gap();
        if (!content.Empty.IsEmpty && !content.IsEmpty)
            Empty("Without data");
        if (!content.Others.IsEmpty)
            _lines.Add("Also in the report: " + string.Join("; ", content.Others.Take(MailContent.MostOthers).Select(title => MailContent.Line(title, 80))) + (content.Others.Length > MailContent.MostOthers ? " …" : "")).Gap();
        if (options.Address is { } address)
            _lines.Add("Open the whole report:").Add(address.AbsoluteUri).Gap();
        foreach (var file in options.Files.Take(MailContent.MostFiles))
            File(file);
        if (options.Files.Length > MailContent.MostFiles)
            _lines.Add($"and {options.Files.Length - MailContent.MostFiles} more files.");
        if (content.LinksUntil(options) is { } until)
            _lines.Gap().Add(until);
        _lines.Gap();
        Foot();
    }

    private void Empty(string title)
    {
        _lines.Add(title);
        Named(content.Empty, MailContent.EmptyReasonOf);
        _lines.Gap();
    }

    private void File(MailFile file)
    {
        var remark = file.Remark is { Length: > 0 } text ? " - " + MailContent.Line(text, MailContent.LongestEmptyReason) : "";
        _lines.Add($"{(file.Address is null ? "Attached" : "Download")}: {MailContent.Line(file.FileName, MailContent.LongestTitle)} ({FileSize.Of(file.SizeBytes)}){remark}");
        if (file.Address is { } address)
            _lines.Add(address.AbsoluteUri, indent: 2);
    }

    private void Foot()
    {
        _lines.Add("--").Add(content.Origin);
        if (options.Reason is { Length: > 0 } reason)
            _lines.Add(MailContent.Line(reason, MailContent.LongestReason));
        if (options.Unsubscribe is { } unsubscribe)
            _lines.Add("End these mails: " + unsubscribe.AbsoluteUri);
        if (content.Classification is { Length: > 0 } classification)
            _lines.Gap().Add(MailContent.Line(classification, MailContent.LongestTitle).ToUpperInvariant());
    }

    private void Named(IReadOnlyCollection<Section> sections, Func<Section, string> reason)
    {
        foreach (var section in sections.Take(MailContent.MostNamed))
            _lines.Add($"- {MailContent.NameOf(section)}: {reason(section)}", indent: 2);
        if (sections.Count > MailContent.MostNamed)
            _lines.Add($"and {sections.Count - MailContent.MostNamed} more.", indent: 2);
    }
}
