namespace Daybook.Composition;

/// <param name="Location">Where the key stands.</param>
internal sealed record MappingEntry(string Key, SourceLocation Location, TemplateNode Value);
