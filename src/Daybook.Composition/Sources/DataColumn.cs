namespace Daybook.Composition;

public sealed record DataColumn(string Name, DataType Type);
