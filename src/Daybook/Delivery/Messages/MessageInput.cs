using System.Collections.Immutable;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Passwords;
using Daybook.Documents;
using Daybook.Export;

namespace Daybook.Delivery.Messages;

/// <summary>What a message is made of.</summary>
/// <param name="Facts">Its address is where the whole report is read.</param>
internal sealed record MessageInput(ReportFacts Facts)
{
    /// <summary>The word of the channel's kind, such as <c>email</c>.</summary>
    public required string ChannelKind { get; init; }

    public required bool ReachesPeople { get; init; }

    /// <summary>Null for a notice about something that was not made.</summary>
    public ReportDocument? Document { get; init; }

    /// <summary>Null for a report that no schedule ordered.</summary>
    public string? ScheduleName { get; init; }

    /// <summary>Why the recipient gets it, where it is not the schedule that says so; null where it is.</summary>
    public string? Because { get; init; }

    /// <summary>A message template; null takes the usual one.</summary>
    public string? Subject { get; init; }

    /// <summary>A message template; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>What is attached or fetched.</summary>
    public ImmutableArray<MailFile> Files { get; init; } = [];

    /// <summary>What was asked for and is not there, a sentence each, such as a format that could not be made.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    public bool IsTest { get; init; }

    /// <summary>Whether the message only says that there was nothing to report.</summary>
    public bool IsNote { get; init; }

    /// <summary>How the attached files open, as a sentence; null where they are open to all.</summary>
    public string? Protection { get; init; }

    /// <summary>The password that the message tells; null for every other message.</summary>
    public ToldPassword? Told { get; init; }

    public Uri? Unsubscribe { get; init; }

    public CardsForm Cards { get; init; }

    /// <summary>When the message's links end; null where it has none.</summary>
    public DateTimeOffset? LinksUntil { get; init; }

    public Theme Theme { get; init; } = BuiltInThemes.Daybook;

    /// <summary>Those of the document in the theme.</summary>
    public DrawnPictures Pictures { get; init; } = new();
}
