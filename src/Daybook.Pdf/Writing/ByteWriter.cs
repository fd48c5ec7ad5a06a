using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Daybook.Pdf;

/// <summary>Bytes in PDF syntax, growing in pooled memory.</summary>
internal sealed class ByteWriter : IDisposable
{
    /// <summary>What a name holds as it is.</summary>
    private static readonly SearchValues<char> Regular =
        SearchValues.Create("!\"$&'*+,-.0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ\\^_`abcdefghijklmnopqrstuvwxyz|~");

    private byte[] buffer;

    public ByteWriter(int capacity = 1024) => buffer = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => buffer.AsMemory(0, Length);

    public void Clear() => Length = 0;

    public void Dispose()
    {
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        Length = 0;
    }

    public ByteWriter Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    public ByteWriter Byte(byte value)
    {
        Room(1)[0] = value;
        Length++;
        return this;
    }

    public ByteWriter Number(long value)
    {
        if (value is >= 0 and <= 9)
            return Byte((byte)('0' + value));
        Utf8Formatter.TryFormat(value, Room(20), out var written);
        Length += written;
        return this;
    }

    /// <summary>At most three decimals, without needless zeros.</summary>
    public ByteWriter Number(double value)
    {
        if (!double.IsFinite(value) || Math.Abs(value) > 1e12)
            throw new ArgumentOutOfRangeException(nameof(value), value, "PDF has no such number.");
        var thousandths = (long)Math.Round(value * 1000, MidpointRounding.AwayFromZero);
        if (thousandths < 0)
        {
            Byte((byte)'-');
            thousandths = -thousandths;
        }

        var (whole, rest) = Math.DivRem(thousandths, 1000);
        if (whole != 0 || rest == 0)
            Number(whole);
        if (rest == 0)
            return this;
        var to = Room(4);
        to[0] = (byte)'.';
        to[1] = (byte)('0' + rest / 100);
        to[2] = (byte)('0' + rest / 10 % 10);
        to[3] = (byte)('0' + rest % 10);
        Length += to[3] != '0' ? 4 : to[2] != '0' ? 3 : 2;
        return this;
    }

    /// <summary>Numbers, each with a space after it.</summary>
    public ByteWriter Numbers(params ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            Number(value).Byte((byte)' ');
        return this;
    }

    /// <summary>A reference to an object, with a space before it.</summary>
    public ByteWriter Reference(int number) => Byte((byte)' ').Number(number).Raw(" 0 R"u8);

    /// <summary>A name with its slash; what a name cannot hold is escaped.</summary>
    public ByteWriter Name(string name)
    {
        Byte((byte)'/');
        if (!name.AsSpan().ContainsAnyExcept(Regular))
        {
            Length += Encoding.ASCII.GetBytes(name, Room(name.Length));
            return this;
        }

        foreach (var value in Encoding.UTF8.GetBytes(name))
        {
            if (Regular.Contains((char)value))
                Byte(value);
            else
                Byte((byte)'#').HexByte(value);
        }

        return this;
    }

    /// <summary>A text string: PDFDocEncoding where ASCII suffices, else UTF-16.</summary>
    public ByteWriter Text(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return Literal(Encoding.ASCII.GetBytes(text));
        return Hex([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]);
    }

    public ByteWriter Literal(ReadOnlySpan<byte> bytes)
    {
        Byte((byte)'(');
        foreach (var value in bytes)
            LiteralByte(value);
        return Byte((byte)')');
    }

    /// <summary>One byte inside a literal string.</summary>
    public void LiteralByte(byte value)
    {
        var to = Room(2);
        switch (value)
        {
            case (byte)'(' or (byte)')' or (byte)'\\':
                to[0] = (byte)'\\';
                to[1] = value;
                Length += 2;
                return;
            case (byte)'\r':
                to[0] = (byte)'\\';
                to[1] = (byte)'r';
                Length += 2;
                return;
            default:
                to[0] = value;
                Length++;
                return;
        }
    }

    /// <summary>Two bytes inside a literal string, the higher first.</summary>
    public void LiteralPair(ushort value)
    {
        var (high, low) = ((byte)(value >> 8), (byte)value);
        if (IsSpecial(high) || IsSpecial(low))
        {
            LiteralByte(high);
            LiteralByte(low);
            return;
        }

        var to = Room(2);
        to[0] = high;
        to[1] = low;
        Length += 2;
    }

    public ByteWriter Hex(ReadOnlySpan<byte> bytes)
    {
        Byte((byte)'<');
        foreach (var value in bytes)
            HexByte(value);
        return Byte((byte)'>');
    }

    public ByteWriter HexByte(byte value)
    {
        var to = Room(2);
        to[0] = "0123456789ABCDEF"u8[value >> 4];
        to[1] = "0123456789ABCDEF"u8[value & 15];
        Length += 2;
        return this;
    }

    /// <summary>A big-endian number of <paramref name="width"/> bytes.</summary>
    public ByteWriter BigEndian(long value, int width)
    {
        for (var shift = (width - 1) * 8; shift >= 0; shift -= 8)
            Byte((byte)(value >> shift));
        return this;
    }

    private static bool IsSpecial(byte value) => value is (byte)'(' or (byte)')' or (byte)'\\' or (byte)'\r';

    private Span<byte> Room(int count)
    {
        if (count > buffer.Length - Length)
            Grow(count);
        return buffer.AsSpan(Length);
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, Length + count));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
