namespace Daybook.Storage;

/// <summary>Kept bytes are missing or are no longer what was kept.</summary>
internal sealed class DamagedContentException(string sha256, string reason) : Exception($"the content {sha256} is damaged: {reason}")
{
    public string Sha256 { get; } = sha256;
}
