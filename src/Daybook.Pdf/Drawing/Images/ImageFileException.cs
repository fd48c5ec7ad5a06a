namespace Daybook.Pdf;

/// <summary>An image cannot be used.</summary>
public sealed class ImageFileException(string reason, Exception? inner = null) : Exception($"The image cannot be used: {reason}.", inner)
{
    /// <summary>What is wrong with it, as the end of a sentence.</summary>
    public string Reason => reason;
}
