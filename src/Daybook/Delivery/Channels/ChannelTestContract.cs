namespace Daybook.Delivery.Channels;

/// <summary>How a test came out.</summary>
/// <param name="Outcome"><c>accepted</c>, <c>deferred</c>, <c>refused</c> or <c>unknown</c>.</param>
/// <param name="Code">Null for a success.</param>
internal sealed record ChannelTestContract(string Outcome, string? Code, string Sentence);
