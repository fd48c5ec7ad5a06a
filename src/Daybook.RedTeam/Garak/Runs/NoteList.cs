using System.Collections.Immutable;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>Collects what must be known about one log. A note that counts nothing is not made.</summary>
internal sealed class NoteList(string file)
{
    private readonly List<DataNote> _notes = [];

    /// <param name="message">A sentence's rest, after the name of the file.</param>
    public void Add(string code, long count, string message) => Add(code, count, message, isBlocking: false);

    /// <summary>For what makes figures incomplete.</summary>
    public void AddBlocking(string code, long count, string message) => Add(code, count, message, isBlocking: true);

    public ImmutableArray<DataNote> ToImmutable() => [.. _notes];

    private void Add(string code, long count, string message, bool isBlocking)
    {
        if (count > 0)
            _notes.Add(new DataNote(code, $"'{file}' {message}.", count, isBlocking));
    }
}
