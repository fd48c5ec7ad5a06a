namespace Daybook.Jinja.Methods;

/// <summary>How a method that Python implements in C takes its arguments, which decides the words of its complaints.</summary>
internal enum BuiltinStyle
{
    /// <summary>"str.upper() takes no arguments (1 given)".</summary>
    NoArguments,

    /// <summary>"str.join() takes exactly one argument (0 given)".</summary>
    OneArgument,

    /// <summary>"center expected at least 1 argument, got 0".</summary>
    Positional,

    /// <summary>"find() takes at least 1 argument (0 given)".</summary>
    Parsed,

    /// <summary>"sort() takes no positional arguments".</summary>
    KeywordsOnly,
}
