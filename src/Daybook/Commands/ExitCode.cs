namespace Daybook.Commands;

/// <summary>What a command answers to the shell; listed in <c>docs/reference/cli.md</c>.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>The report was made, but at least one of its blocks failed.</summary>
    public const int CompletedWithErrors = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Usage = 2;

    /// <summary>A template or a parameter is wrong, or a PDF file does not conform; every problem was printed.</summary>
    public const int InvalidInput = 3;

    /// <summary>Data or files could not be read or written.</summary>
    public const int DataError = 4;

    /// <summary>A defect of the program.</summary>
    public const int Internal = 70;

    /// <summary>Stopped by Ctrl+C.</summary>
    public const int Cancelled = 130;
}
