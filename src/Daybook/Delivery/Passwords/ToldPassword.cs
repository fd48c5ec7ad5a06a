namespace Daybook.Delivery.Passwords;

/// <summary>What the message says that tells the password of a file.</summary>
/// <param name="Sentence">Which file it opens.</param>
internal sealed record ToldPassword(string Sentence, string Password);
