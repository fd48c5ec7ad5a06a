using System.Text;

namespace Daybook.Export;

/// <summary>One run of inline Markdown being written.</summary>
/// <param name="oneLine">True inside table cells and headings, where text can open no block.</param>
/// <param name="inTable">True inside table cells, where a pipe is escaped.</param>
internal sealed class MarkdownRun(bool oneLine, bool inTable)
{
    /// <summary>Marks the end of a delimited piece until the run is finished; never occurs in text, where control characters are spelt out.</summary>
    private const char Closed = '\0';

    private readonly StringBuilder output = new();
    private readonly HashSet<string> open = [];

    public void Text(string text) => 
        MarkdownText.Append(output, text, !oneLine && (output.Length == 0 || output[^1] == '\n'), inTable);

    public void Raw(string markdown) => output.Append(markdown);

    /// <summary>
    /// Delimiters only count beside the right characters (CommonMark's flanking rules). Where a neighbour is wrong, it is written as a
    /// character reference, which reads the same and counts as punctuation.
    /// </summary>
    public void Delimited(string delimiter, Action<MarkdownRun> write)
    {
        if (!open.Add(delimiter))
        {
            write(this);
            return;
        }

        if (EndsWith(delimiter + Closed))
        {
            output.Length -= delimiter.Length + 1;
        }
        else
        {
            ReferenceLast();
            output.Append(delimiter);
        }

        var start = output.Length;
        write(this);
        open.Remove(delimiter);
        if (output.Length == start && EndsWith(delimiter))
        {
            output.Length -= delimiter.Length;
            return;
        }

        if (output[start] == ' ')
            output.Remove(start, 1).Insert(start, "&#32;");
        ProtectEnd();
        output.Append(delimiter).Append(Closed);
    }

    /// <summary>A space at the end of a line would be dropped.</summary>
    public void ProtectEnd()
    {
        if (output.Length > 0 && output[^1] == ' ')
        {
            output.Length--;
            output.Append("&#32;");
        }
    }

    public string Finish()
    {
        ProtectEnd();
        var result = new StringBuilder(output.Length);
        if (output.Length > 0 && output[0] == ' ')
            output.Remove(0, 1).Insert(0, "&#32;");
        for (var i = 0; i < output.Length; i++)
        {
            if (output[i] != Closed)
                result.Append(output[i]);
            else if (i + 1 < output.Length && IsWordCharacter(output[i + 1]))
                i += AppendReference(result, i + 1);
        }

        return result.ToString();
    }

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    private bool EndsWith(string text) =>
        output.Length >= text.Length && output.ToString(output.Length - text.Length, text.Length) == text;

    private void ReferenceLast()
    {
        if (output.Length == 0 || !IsWordCharacter(output[^1]))
            return;
        var length = char.IsLowSurrogate(output[^1]) && output.Length > 1 ? 2 : 1;
        var last = output.ToString(output.Length - length, length);
        output.Length -= length;
        output.Append("&#").Append(char.ConvertToUtf32(last, 0)).Append(';');
    }

    /// <summary>Returns how many characters of the run the reference stands for.</summary>
    private int AppendReference(StringBuilder result, int index)
    {
        var pair = char.IsHighSurrogate(output[index]) && index + 1 < output.Length && char.IsLowSurrogate(output[index + 1]);
        var code = pair ? char.ConvertToUtf32(output[index], output[index + 1]) : output[index];
        result.Append("&#").Append(code).Append(';');
        return pair ? 2 : 1;
    }
}
