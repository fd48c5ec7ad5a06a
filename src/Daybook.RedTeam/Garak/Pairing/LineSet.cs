namespace Daybook.RedTeam;

/// <summary>Numbers of lines, one bit for each line of the file up to the last one in the set.</summary>
internal sealed class LineSet
{
    private const int BitsPerWord = 64;

    private ulong[] _words = [];

    public void Add(long line)
    {
        var word = checked((int)(line / BitsPerWord));
        if (word >= _words.Length)
            Array.Resize(ref _words, Math.Max(word + 1, _words.Length * 2));
        _words[word] |= 1UL << (int)(line % BitsPerWord);
    }

    public bool Contains(long line) => line / BitsPerWord < _words.Length && (_words[line / BitsPerWord] & (1UL << (int)(line % BitsPerWord))) != 0;
}
