namespace Daybook.Jinja.Python;

/// <summary>The four ordering operators.</summary>
internal enum PyOrdering
{
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
