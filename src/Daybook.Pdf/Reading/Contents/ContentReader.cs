using Daybook.Pdf.Reading.Files;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Contents;

/// <summary>Splits a content stream into operators with their operands, inline images included.</summary>
internal sealed class ContentReader(byte[] data)
{
    /// <summary>More operands than any operator takes; what is beyond is dropped.</summary>
    private const int MostOperands = 4096;

    private readonly PdfParser parser = new(data, 0, null);
    private readonly List<PdfObject> operands = [];

    public IEnumerable<ContentOperation> Operations()
    {
        while (parser.Read() is { } token)
        {
            if (token is not PdfKeyword keyword)
            {
                if (operands.Count < MostOperands)
                    operands.Add(token);
                continue;
            }

            yield return new ContentOperation(keyword.Word, operands, keyword.Word == "BI" ? ReadInlineImage() : null);
            operands.Clear();
        }
    }

    private PdfDictionary ReadInlineImage()
    {
        var entries = new Dictionary<string, PdfObject>(StringComparer.Ordinal);
        while (parser.Read() is { } key and not PdfKeyword { Word: "ID" })
        {
            if (key is PdfName name && parser.Read() is { } value and not PdfKeyword)
                entries[name.Value] = value;
        }

        parser.Position = EndOfImage(parser.Position + 1);
        return new PdfDictionary(entries, null, 0);
    }

    /// <summary>The data ends at an <c>EI</c> between white space that is not followed by binary data.</summary>
    private int EndOfImage(int start)
    {
        for (var at = Math.Min(start, data.Length); at < data.Length;)
        {
            var found = data.AsSpan(at).IndexOf("EI"u8);
            if (found < 0)
                break;
            at += found;
            var after = at + 2;
            if (at > 0 && PdfCharacters.IsSpace(data[at - 1]) && (after >= data.Length || PdfCharacters.IsSpace(data[after])) && LooksLikeText(after))
                return after;
            at = after;
        }

        return data.Length;
    }

    private bool LooksLikeText(int at)
    {
        foreach (var value in data.AsSpan(at, Math.Min(12, data.Length - at)))
        {
            if (value is > 126 or (< 32 and not (9 or 10 or 12 or 13)))
                return false;
        }

        return true;
    }
}
