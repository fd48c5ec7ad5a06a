using Spectre.Console;

namespace Daybook.Commands;

/// <summary>Where a command writes: data to <see cref="Out"/>, talk to <see cref="Talk"/>.</summary>
/// <param name="Folder">The folder relative paths start from.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Talk, TimeProvider Clock, string Folder, bool IsInteractive)
{
    private readonly SafeWriter _out = SafeWriter.Over(Out);
    private readonly SafeWriter _talk = SafeWriter.Over(Talk);

    public TextWriter Out => _out;

    public TextWriter Talk => _talk;

    /// <summary>Opens standard output for bytes; null where there is only a writer of text.</summary>
    public Func<Stream>? OpenOutput { get; init; }

    /// <summary>Columns of a table that goes to a file or another program, where no line should be folded.</summary>
    private const int FileWidth = 240;

    public static Terminal OfProcess()
    {
        // UTF-8 without a byte order mark, whatever the machine's language is.
        Console.OutputEncoding = new System.Text.UTF8Encoding(false);
        return new Terminal(Console.Out, Console.Error, TimeProvider.System, Directory.GetCurrentDirectory(), !Console.IsErrorRedirected) { OpenOutput = Console.OpenStandardOutput };
    }

    /// <summary>A document on standard output, byte for byte.</summary>
    public async Task WriteDocumentAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (OpenOutput is null)
        {
            await _out.Inner.WriteAsync(System.Text.Encoding.UTF8.GetString(content.Span).AsMemory(), cancellationToken).ConfigureAwait(false);
            return;
        }

        await _out.Inner.FlushAsync(cancellationToken).ConfigureAwait(false);
        var stream = OpenOutput();
        await using (stream.ConfigureAwait(false))
            await stream.WriteAsync(content, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A path as the program opens it: as typed where it starts from the process's own folder, so that messages show what was typed.</summary>
    public string Locate(string path) => Folder == Directory.GetCurrentDirectory() ? path : Path.Combine(Folder, path);

    /// <summary>A table or text with colour where the output is a terminal, plain where it is not. Texts from data need <see cref="SafeText"/>.</summary>
    public IAnsiConsole ConsoleOf(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer is SafeWriter safe ? safe.Inner : writer),
            Ansi = IsTerminal(writer) ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = IsTerminal(writer) ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        if (!IsTerminal(writer))
            console.Profile.Width = FileWidth;
        return console;
    }

    private bool IsTerminal(TextWriter writer) =>
        ReferenceEquals(writer, Out) ? IsInteractive && !Console.IsOutputRedirected : IsInteractive;
}
