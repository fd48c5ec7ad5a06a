namespace Daybook.Jinja;

/// <summary>A Python iterator or generator: it gives its items once.</summary>
/// <param name="typeName">Such as <c>generator</c>.</param>
/// <param name="items">Makes the items one by one.</param>
internal sealed class PyIterator(string typeName, IEnumerator<object?> items) : PyObject
{
    internal override string TypeName => typeName;

    internal override bool IsTrue() => true;

    internal override IEnumerator<object?> GetIterator() => items;
}
