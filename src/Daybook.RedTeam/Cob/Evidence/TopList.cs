namespace Daybook.RedTeam;

/// <summary>Keeps the first <paramref name="capacity"/> items of an order, whatever order they arrive in.</summary>
internal sealed class TopList<T>(int capacity, IComparer<T> order)
{
    private readonly SortedSet<(T Item, long Number)> _items = new(new Numbered(order));
    private long _offered;

    public IEnumerable<T> Items => _items.Select(entry => entry.Item);

    public void Offer(T item)
    {
        if (capacity == 0 || (_items.Count == capacity && order.Compare(item, _items.Max.Item) >= 0))
            return;

        _items.Add((item, _offered++));
        if (_items.Count > capacity)
            _items.Remove(_items.Max);
    }

    /// <summary>Equal items are kept side by side; which of them comes first cannot be seen.</summary>
    private sealed class Numbered(IComparer<T> order) : IComparer<(T Item, long Number)>
    {
        public int Compare((T Item, long Number) x, (T Item, long Number) y)
        {
            var result = order.Compare(x.Item, y.Item);
            return result != 0 ? result : x.Number.CompareTo(y.Number);
        }
    }
}
