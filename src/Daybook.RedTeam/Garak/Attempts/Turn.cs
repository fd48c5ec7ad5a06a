namespace Daybook.RedTeam;

/// <summary>One message of a conversation; its text is null where it holds something else, such as an image.</summary>
internal sealed record Turn(string? Role, string? Text);
