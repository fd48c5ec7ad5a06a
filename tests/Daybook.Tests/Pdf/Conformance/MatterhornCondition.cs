namespace Daybook.Tests.Pdf.Conformance;

/// <summary>A failure condition of the Matterhorn Protocol 1.1.</summary>
/// <param name="How">M: a machine can check it; H: it takes a person; –: no test is defined.</param>
/// <param name="Fails">What fails, in our words.</param>
internal sealed record MatterhornCondition(string Id, string How, string Fails);
