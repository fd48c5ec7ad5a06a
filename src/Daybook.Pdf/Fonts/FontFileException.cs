namespace Daybook.Pdf;

/// <summary>A font file cannot be used.</summary>
public sealed class FontFileException(string name, string reason, Exception? inner = null)
    : Exception($"The font {name} cannot be used: {reason}.", inner)
{
    /// <summary>The font as the caller named it, usually its file.</summary>
    public string FontName => name;

    /// <summary>What is wrong with it, as the end of a sentence.</summary>
    public string Reason => reason;
}
