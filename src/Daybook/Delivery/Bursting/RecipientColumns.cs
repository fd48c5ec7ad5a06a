using System.Text.Json.Serialization;

namespace Daybook.Delivery.Bursting;

/// <summary>Where the recipients stand in a dataset of the template, one a row.</summary>
/// <param name="Dataset">Its name.</param>
/// <param name="Key">The column with the value of the split column.</param>
/// <param name="Channel">The channel's name; where <paramref name="ChannelColumn"/> stands, that of recipients who have none there.</param>
/// <param name="Address">The column with the address.</param>
/// <param name="Name">The column with a name for people; null for none.</param>
/// <param name="Timezone">The column with an IANA zone; null takes the order's.</param>
/// <param name="Formats">The column with format words, parted by commas; null takes the order's.</param>
/// <param name="ChannelColumn">The column with a channel's name; null takes <paramref name="Channel"/> for all.</param>
/// <param name="Locale">The column with a BCP 47 tag; null takes the order's.</param>
/// <param name="Password">The column with the name of the stored password that each recipient's PDF opens with, or <c>generated</c>; null has one generated for each where <paramref name="PasswordChannel"/> stands, and else protects nothing.</param>
/// <param name="PasswordChannel">The channel over which generated passwords are told; null where none is generated.</param>
/// <param name="PasswordAddress">The column with the recipient's address on that channel; null takes the address of the file.</param>
internal sealed record RecipientColumns(
    string? Dataset, string? Key, string? Channel, string? Address, string? Name = null, string? Timezone = null, string? Formats = null,
    string? ChannelColumn = null, string? Locale = null, string? Password = null, string? PasswordChannel = null, string? PasswordAddress = null)
{
    /// <summary>Every column that is named.</summary>
    [JsonIgnore]
    public IEnumerable<string> Columns => new[] { Key, Address, Name, Timezone, Formats, ChannelColumn, Locale, Password, PasswordAddress }.OfType<string>();

    /// <summary>Whether no recipient's PDF is sent without a password.</summary>
    [JsonIgnore]
    public bool IsProtected => (Password ?? PasswordChannel) is not null;
}
