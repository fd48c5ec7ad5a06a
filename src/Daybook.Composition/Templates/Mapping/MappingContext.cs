namespace Daybook.Composition;

internal sealed record MappingContext(string FileName, TemplateReaderOptions Options, DiagnosticBag Diagnostics);
