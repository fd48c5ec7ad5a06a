using System.Collections.Immutable;

namespace Daybook.Export;

/// <summary>What a mail about a report shows beside the report itself.</summary>
public sealed record MailOptions
{
    public Theme Theme { get; init; } = BuiltInThemes.Daybook;

    /// <summary>Overrides the document's classification; null keeps it.</summary>
    public string? Classification { get; init; }

    /// <summary>Where the whole report is read; null where nobody can fetch it.</summary>
    public Uri? Address { get; init; }

    /// <summary>The artifacts that travel with the mail or are fetched from it.</summary>
    public ImmutableArray<MailFile> Files { get; init; } = [];

    /// <summary>When the mail's links end; null says nothing about it.</summary>
    public DateTimeOffset? LinksUntil { get; init; }

    /// <summary>What else is not as it should be, a sentence each, such as a format that could not be made; a mail with any says that the report is not complete.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];

    /// <summary>Plain text above everything else of the report, its paragraphs parted by empty lines; null shows none.</summary>
    public string? Introduction { get; init; }

    /// <summary>The ids of the sections that the mail shows; empty takes the first one with text.</summary>
    public ImmutableArray<string> Sections { get; init; } = [];

    public bool IncludeChart { get; init; } = true;

    /// <summary>Shows metric cards as pictures with their words as alternative; as a rule they are text, which no mail client hides.</summary>
    public bool CardsAsPictures { get; init; }

    /// <summary>Dots of pictures to a CSS pixel: 1 or 2.</summary>
    public int PictureScale { get; init; } = 2;

    /// <summary>Pictures of the same report in the same theme that other mails show; by itself a mail draws its own.</summary>
    public DrawnPictures Drawn { get; init; } = new();

    /// <summary>Whether it tells of something instead of showing a report: then it has no status.</summary>
    public bool IsNotice { get; init; }

    /// <summary>Marks the mail as sent to try it out.</summary>
    public bool IsTest { get; init; }

    /// <summary>Why the recipient gets the mail, as a sentence; null says nothing.</summary>
    public string? Reason { get; init; }

    /// <summary>Where the recipient ends these mails; null offers nothing.</summary>
    public Uri? Unsubscribe { get; init; }

    /// <summary>The most that the HTML weighs without its pictures; longer reports are cut, with a sentence that says so.</summary>
    public int MaximumBytes { get; init; } = 100_000;
}
