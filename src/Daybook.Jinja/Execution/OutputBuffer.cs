using System.Buffers;
using System.Globalization;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <summary>What has been printed so far. A part of it can be taken back, which is how blocks of text are captured.</summary>
internal sealed class OutputBuffer(int limit) : IDisposable
{
    private char[] _characters = ArrayPool<char>.Shared.Rent(4096);
    private int _room = Math.Min(limit, 4096);

    public int Length { get; private set; }

    public ReadOnlySpan<char> Written => _characters.AsSpan(0, Length);

    public void Write(ReadOnlySpan<char> text)
    {
        text.CopyTo(Reserve(text.Length));
        Length += text.Length;
    }

    /// <summary>Writes a value's text, escaped unless it is safe already.</summary>
    /// <param name="escaper">Null for no escaping.</param>
    /// <param name="isPlain">Writes None as nothing, and truth values in lower case.</param>
    public void Write(object? value, Escaper? escaper, bool isPlain)
    {
        switch (value)
        {
            case string text when escaper is null:
                Write(text);
                break;
            case string text:
                escaper.Write(this, text);
                break;
            case Markup markup:
                Write(markup.Text);
                break;
            case long number:
                Span<char> digits = stackalloc char[20];
                number.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
                Write(digits[..length]);
                break;
            case null when isPlain:
                break;
            case bool flag when isPlain:
                Write(flag ? "true" : "false");
                break;
            case double number:
                Span<char> real = stackalloc char[PyFloatText.BufferLength];
                Write(real[..PyFloatText.Format(number, real)]);
                break;
            case null or bool:
                Write(PyText.Str(value));
                break;
            case Module module:
                Write(module.Text);
                break;
            default:
                if (escaper is null)
                    Write(PyText.Str(value));
                else
                    escaper.Write(this, PyText.Str(value));
                break;
        }
    }

    /// <summary>Writes what a call or filter block made, which must be text.</summary>
    /// <exception cref="PyException">It is something else.</exception>
    public void WriteText(object? result) => Write(result switch
    {
        string text => text,
        Markup markup => markup.Text,
        _ => throw PyErrors.Type($"a call or filter block prints text, and this gave {PyType.NameOf(result)}"),
    });

    /// <summary>Removes what was written after <paramref name="mark"/>, and returns it.</summary>
    public string Take(int mark)
    {
        var text = _characters.AsSpan(mark, Length - mark).ToString();
        Length = mark;
        return text;
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_characters);
        _characters = [];
    }

    private Span<char> Reserve(int count)
    {
        if (_room - Length < count)
            Grow(count);
        return _characters.AsSpan(Length);
    }

    private void Grow(int count)
    {
        var needed = (long)Length + count;
        if (needed > limit)
            throw PyErrors.Limit($"the output is longer than the limit of {limit} characters");
        var larger = ArrayPool<char>.Shared.Rent((int)Math.Min(limit, Math.Max(needed, _characters.Length * 2L)));
        Written.CopyTo(larger);
        ArrayPool<char>.Shared.Return(_characters);
        _characters = larger;
        _room = Math.Min(limit, larger.Length);
    }
}
