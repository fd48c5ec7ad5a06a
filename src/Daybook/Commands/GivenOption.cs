namespace Daybook.Commands;

/// <summary>One option of a format as a command line gives it: <c>pdf.page_size=A4</c>.</summary>
internal sealed record GivenOption(string Format, string Key, string Value);
