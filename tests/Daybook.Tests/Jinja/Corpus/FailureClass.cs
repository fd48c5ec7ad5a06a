namespace Daybook.Tests.Jinja.Corpus;

/// <summary>What kind of failure a rendering ended in; Python's many exceptions fall into these.</summary>
internal enum FailureClass
{
    /// <summary>The template's text is wrong, or names a filter or test that does not exist.</summary>
    Syntax,

    Undefined,
    Type,
    TemplateNotFound,

    /// <summary>Everything else: division by zero, a wrong value, a missing key, a blocked attribute, a limit.</summary>
    Runtime,
}
