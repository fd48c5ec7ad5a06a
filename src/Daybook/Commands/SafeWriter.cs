using System.Text;

namespace Daybook.Commands;

/// <summary>Writes text as <see cref="SafeText"/>, so that no command has to remember it.</summary>
internal sealed class SafeWriter : TextWriter
{
    private readonly TextWriter _inner;

    private SafeWriter(TextWriter writer)
        : base(writer.FormatProvider) => _inner = writer;

    /// <summary>For what is meant to steer the terminal, and for documents, which are written as they are.</summary>
    public TextWriter Inner => _inner;

    public static SafeWriter Over(TextWriter writer) => new(writer);

    public override Encoding Encoding => _inner.Encoding;

    public override void Write(char value) => _inner.Write(char.IsSurrogate(value) ? value.ToString() : SafeText.Of(value.ToString()));

    public override void Write(string? value)
    {
        if (value is not null)
            _inner.Write(SafeText.Of(value));
    }

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void WriteLine(string? value) => _inner.WriteLine(SafeText.Of(value ?? ""));

    public override void WriteLine() => _inner.WriteLine();

    public override Task WriteAsync(string? value) => _inner.WriteAsync(SafeText.Of(value ?? ""));

    public override Task WriteLineAsync(string? value) => _inner.WriteLineAsync(SafeText.Of(value ?? ""));

    public override void Flush() => _inner.Flush();
}
