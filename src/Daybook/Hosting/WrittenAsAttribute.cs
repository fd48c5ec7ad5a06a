namespace Daybook.Hosting;

/// <summary>The class stands for a part of a body that may be written as any of these types.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class WrittenAsAttribute(params Type[] types) : Attribute
{
    public IReadOnlyList<Type> Types { get; } = types;
}
