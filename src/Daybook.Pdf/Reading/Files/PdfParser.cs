using System.Globalization;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Files;

/// <summary>Reads objects and keywords from bytes, forgiving what can be forgiven.</summary>
/// <param name="file">Resolves the references of what is read; null in a content stream, which has none.</param>
/// <param name="objectNumber">The indirect object being read; 0 if none.</param>
internal sealed class PdfParser(byte[] data, int start, PdfFile? file, int objectNumber = 0)
{
    private const int MaxDepth = 200;

    private int depth;

    public int Position { get; set; } = start;

    public bool AtEnd => Position >= data.Length;

    /// <summary>The next object or keyword; null at the end of the bytes.</summary>
    /// <exception cref="PdfReadException">Arrays and dictionaries are nested too deep.</exception>
    public PdfObject? Read()
    {
        SkipSpace();
        if (AtEnd)
            return null;
        var first = data[Position];
        switch (first)
        {
            case (byte)'/':
                return ReadName();
            case (byte)'(':
                return ReadLiteralString();
            case (byte)'[':
                Position++;
                return Nested(ReadArray);
            case (byte)'<' when Position + 1 < data.Length && data[Position + 1] == '<':
                Position += 2;
                return Nested(ReadDictionary);
            case (byte)'<':
                return ReadHexString();
            case (byte)'>' when Position + 1 < data.Length && data[Position + 1] == '>':
                Position += 2;
                return new PdfKeyword(">>");
            case (byte)'+' or (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9'):
                return ReadNumberOrReference();
            default:
                return ReadKeyword();
        }
    }

    public void SkipSpace()
    {
        while (Position < data.Length)
        {
            if (PdfCharacters.IsSpace(data[Position]))
                Position++;
            else if (data[Position] == '%')
                SkipComment();
            else
                return;
        }
    }

    private void SkipComment()
    {
        while (Position < data.Length && data[Position] is not ((byte)'\r' or (byte)'\n'))
            Position++;
    }

    private PdfObject Nested(Func<PdfObject> read)
    {
        if (++depth > MaxDepth)
            throw new PdfReadException(PdfReadError.Damaged, $"Arrays and dictionaries are nested more than {MaxDepth} deep.");
        var value = read();
        depth--;
        return value;
    }

    private PdfArray ReadArray()
    {
        var elements = new List<PdfObject>();
        while (Read() is { } element)
        {
            if (element is not PdfKeyword keyword)
                elements.Add(element);
            else if (keyword.Word == "]")
                break;
            else if (EndsTheObject(keyword))
                break;
        }

        return new PdfArray(elements, file);
    }

    private PdfDictionary ReadDictionary()
    {
        var entries = new Dictionary<string, PdfObject>(StringComparer.Ordinal);
        while (Read() is { } key)
        {
            if (key is PdfKeyword { Word: ">>" } || (key is PdfKeyword word && EndsTheObject(word)))
                break;
            if (key is not PdfName name)
                continue;
            var value = Read();
            if (value is null or PdfKeyword)
            {
                if (value is PdfKeyword { Word: ">>" } || (value is PdfKeyword end && EndsTheObject(end)))
                    break;
                continue;
            }

            entries[name.Value] = value;
        }

        return new PdfDictionary(entries, file, objectNumber);
    }

    /// <summary>Where a closing bracket was lost, the end of the object closes it; the keyword is left to be read again.</summary>
    private bool EndsTheObject(PdfKeyword keyword)
    {
        if (keyword.Word is not ("endobj" or "stream" or "endstream"))
            return false;
        Position -= keyword.Word.Length;
        return true;
    }

    private PdfObject ReadNumberOrReference()
    {
        var begin = Position;
        while (Position < data.Length && data[Position] is (byte)'+' or (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9'))
            Position++;
        var token = data.AsSpan(begin, Position - begin);
        if (!token.Contains((byte)'.'))
        {
            if (!long.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
                return new PdfInteger(Forgive(token, SyntaxFault.IntegerOutOfRange));
            if (integer is > int.MaxValue or < int.MinValue)
                Note(SyntaxFault.IntegerOutOfRange);
            return file is not null && integer is >= 0 and <= int.MaxValue && data[begin] is >= (byte)'0' and <= (byte)'9'
                ? (PdfObject?)ReadReference((int)integer) ?? new PdfInteger(integer)
                : new PdfInteger(integer);
        }

        if (!double.TryParse(token, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var real))
            return new PdfReal(Forgive(token, SyntaxFault.RealOutOfRange));
        if (Math.Abs(real) > 3.403e38 || (real != 0 && Math.Abs(real) < 1.175e-38))
            Note(SyntaxFault.RealOutOfRange);
        return new PdfReal(real);
    }

    /// <summary>Numbers such as <c>--5</c> or <c>1.2.3</c> count as the part that can be read, as other readers have it.</summary>
    private long Forgive(ReadOnlySpan<byte> token, SyntaxFault fault)
    {
        Note(fault);
        long value = 0;
        foreach (var digit in token)
        {
            if (digit == '.')
                break;
            if (digit is >= (byte)'0' and <= (byte)'9' && value < int.MaxValue)
                value = (value * 10) + (digit - '0');
        }

        return token[0] == '-' ? -value : value;
    }

    private PdfReference? ReadReference(int number)
    {
        var back = Position;
        var at = Position;
        while (at < data.Length && PdfCharacters.IsSpace(data[at]))
            at++;
        var generation = 0;
        var digits = 0;
        for (; at < data.Length && data[at] is >= (byte)'0' and <= (byte)'9' && digits < 6; at++, digits++)
            generation = (generation * 10) + (data[at] - '0');
        if (digits is 0 or 6)
            return null;
        var space = at;
        while (at < data.Length && PdfCharacters.IsSpace(data[at]))
            at++;
        if (at == space || at >= data.Length || data[at] != 'R' || (at + 1 < data.Length && PdfCharacters.IsRegular(data[at + 1])))
        {
            Position = back;
            return null;
        }

        Position = at + 1;
        return new PdfReference(number, generation);
    }

    private PdfName ReadName()
    {
        var begin = ++Position;
        var escaped = false;
        while (Position < data.Length && PdfCharacters.IsRegular(data[Position]))
            escaped |= data[Position++] == '#';
        var name = System.Text.Encoding.Latin1.GetString(data, begin, Position - begin);
        if (escaped)
            name = PdfCharacters.ExpandNumberSigns(name);
        if (name.Length > 127)
            Note(SyntaxFault.NameTooLong);
        return new PdfName(name);
    }

    private PdfString ReadLiteralString()
    {
        var bytes = LiteralString.Read(data, Position, out var end);
        Position = end;
        if (bytes.Length > 32767)
            Note(SyntaxFault.StringTooLong);
        return new PdfString(bytes);
    }

    private PdfString ReadHexString()
    {
        Position++;
        var bytes = new List<byte>();
        var digits = 0;
        var pending = 0;
        for (; Position < data.Length && data[Position] != '>'; Position++)
        {
            var digit = PdfCharacters.HexDigit(data[Position]);
            if (digit < 0)
            {
                if (!PdfCharacters.IsSpace(data[Position]))
                    Note(SyntaxFault.HexStringHasOtherCharacters);
                continue;
            }

            if (digits++ % 2 == 0)
                pending = digit;
            else
                bytes.Add((byte)((pending << 4) | digit));
        }

        Position++;
        if (digits % 2 == 1)
        {
            Note(SyntaxFault.HexStringHasOddDigits);
            bytes.Add((byte)(pending << 4));
        }

        if (bytes.Count > 32767)
            Note(SyntaxFault.StringTooLong);
        return new PdfString([.. bytes]);
    }

    private PdfObject ReadKeyword()
    {
        var begin = Position++;
        if (PdfCharacters.IsRegular(data[begin]))
        {
            while (Position < data.Length && PdfCharacters.IsRegular(data[Position]))
                Position++;
        }

        var word = PdfCharacters.Word(data.AsSpan(begin, Position - begin));
        return word switch
        {
            "true" => new PdfBoolean(true),
            "false" => new PdfBoolean(false),
            "null" => PdfNull.Instance,
            _ => new PdfKeyword(word),
        };
    }

    private void Note(SyntaxFault fault) => file?.Note(fault, objectNumber);
}
