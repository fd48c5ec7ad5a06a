using System.ComponentModel.DataAnnotations;

namespace Daybook.Delivery.Channels.Folder;

/// <summary>A folder that this server reaches as its own, such as a mounted share.</summary>
internal sealed class FolderOptions
{
    /// <summary>The folder; it must be there. A relative one starts in the data folder.</summary>
    [Required]
    public string Path { get; set; } = "";

    /// <summary>What files are called below it; see <see cref="NamePattern"/>.</summary>
    public string NamePattern { get; set; } = Stored.NamePattern.Default;

    /// <summary>Whether a file of the same name and other content is replaced.</summary>
    public bool Overwrite { get; set; }

    /// <summary>The most that the files of one message may weigh together, in bytes.</summary>
    [Range(0, 10_000_000_000)]
    public long MaximumBytes { get; set; } = 1_000_000_000;
}
