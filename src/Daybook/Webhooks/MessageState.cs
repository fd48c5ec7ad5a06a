using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Webhooks;

/// <summary>Where a message to a subscriber stands.</summary>
internal sealed class MessageState : IWord<MessageState>
{
    public static readonly MessageState Planned = new("planned");

    public static readonly MessageState Sending = new("sending");

    /// <summary>The subscriber answered with a status of success.</summary>
    public static readonly MessageState Accepted = new("accepted");

    /// <summary>It was refused, or its tries are used up.</summary>
    public static readonly MessageState Failed = new("failed");

    private MessageState(string word) => Word = word;

    public static ImmutableArray<MessageState> All { get; } = [Planned, Sending, Accepted, Failed];

    public string Word { get; }

    public static MessageState? Find(string word) => All.FirstOrDefault(state => state.Word == word);

    public override string ToString() => Word;
}
