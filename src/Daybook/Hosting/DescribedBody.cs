namespace Daybook.Hosting;

/// <summary>What a body that is read field by field looks like, for the description of the API.</summary>
internal sealed record DescribedBody(Type Type);
