namespace Daybook.Jinja.Python;

/// <summary>The Python or Jinja exception that an error stands for.</summary>
public enum PyErrorKind
{
    TypeError,
    ValueError,
    ZeroDivisionError,
    OverflowError,
    IndexError,
    KeyError,
    AttributeError,
    AssertionError,
    RecursionError,
    RuntimeError,
    StopIteration,
    UnicodeEncodeError,
    UndefinedError,
    FilterArgumentError,
    TemplateRuntimeError,
    TemplateNotFound,
    SecurityError,

    /// <summary>One of our own limits: the value would be too large.</summary>
    LimitError,
}
