namespace Daybook.Jinja.Compilation;

/// <summary>What is known of the escape mode while compiling; <c>{% autoescape %}</c> changes it.</summary>
/// <param name="Mode">The mode, if it is known.</param>
/// <param name="IsVolatile">True where the mode is only known while rendering.</param>
internal readonly record struct EscapeSetting(AutoescapeMode Mode, bool IsVolatile);
