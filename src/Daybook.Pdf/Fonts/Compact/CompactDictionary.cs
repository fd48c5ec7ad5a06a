namespace Daybook.Pdf;

/// <summary>A DICT of the compact font format: operators, each with the bytes of its operands.</summary>
internal sealed class CompactDictionary
{
    private const int Escape = 12;

    private readonly List<(int Operator, ReadOnlyMemory<byte> Operands)> entries = [];

    /// <param name="bytes">The operators of two bytes are numbered 1200 and up.</param>
    public CompactDictionary(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        var start = 0;
        for (var at = 0; at < span.Length;)
        {
            var value = span[at];
            if (value > 21)
            {
                at += OperandLength(span[at..]);
                continue;
            }

            var code = value == Escape ? 1200 + span[at + 1] : value;
            entries.Add((code, bytes[start..at]));
            at += value == Escape ? 2 : 1;
            start = at;
        }
    }

    /// <summary>The whole numbers before an operator; empty where the dictionary lacks it.</summary>
    public List<int> Integers(int code)
    {
        var numbers = new List<int>();
        foreach (var (found, operands) in entries)
        {
            if (found != code)
                continue;
            for (var at = 0; at < operands.Length; at += OperandLength(operands.Span[at..]))
                numbers.Add(Integer(operands.Span[at..]));
        }

        return numbers;
    }

    /// <summary>Writes the operators among <paramref name="codes"/> as they are.</summary>
    public void Copy(ByteWriter to, Predicate<int> codes)
    {
        foreach (var (code, operands) in entries)
        {
            if (codes(code))
                WriteOperator(to.Raw(operands.Span), code);
        }
    }

    /// <summary>A whole number in five bytes, whatever its size.</summary>
    public static ByteWriter WriteInteger(ByteWriter to, int value) => to.Byte(29).BigEndian(value, 4);

    public static void WriteOperator(ByteWriter to, int code)
    {
        if (code >= 1200)
            to.Byte(Escape).Byte((byte)(code - 1200));
        else
            to.Byte((byte)code);
    }

    private static int OperandLength(ReadOnlySpan<byte> bytes) => bytes[0] switch
    {
        28 => 3,
        29 => 5,
        30 => 1 + RealLength(bytes[1..]),
        >= 247 and <= 254 => 2,
        _ => 1,
    };

    private static int RealLength(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (true)
        {
            var value = bytes[length++];
            if (value >> 4 == 15 || (value & 15) == 15)
                return length;
        }
    }

    private static int Integer(ReadOnlySpan<byte> bytes) => bytes[0] switch
    {
        28 => SfntFile.I16(bytes, 1),
        29 => (int)SfntFile.U32(bytes, 1),
        >= 247 and <= 250 => (bytes[0] - 247) * 256 + bytes[1] + 108,
        >= 251 and <= 254 => -(bytes[0] - 251) * 256 - bytes[1] - 108,
        _ => bytes[0] - 139,
    };
}
