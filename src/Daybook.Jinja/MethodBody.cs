namespace Daybook.Jinja;

/// <summary>The body of a method of a built-in value; <paramref name="self"/> is not part of <paramref name="arguments"/>.</summary>
public delegate object? MethodBody(RenderState state, object? self, Arguments arguments);
