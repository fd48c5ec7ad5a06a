namespace Daybook.RedTeam;

/// <summary>Keeps the first <paramref name="capacity"/> items of an order, whatever order they arrive in. Equal items are kept once.</summary>
internal sealed class TopList<T>(int capacity, IComparer<T> order)
{
    private readonly SortedSet<T> _items = new(order);

    public IEnumerable<T> Items => _items;

    /// <summary>How many items were offered.</summary>
    public long Offered { get; private set; }

    public void Offer(T item)
    {
        Offered++;
        if (_items.Count == capacity && order.Compare(item, _items.Max) >= 0)
            return;

        _items.Add(item);
        if (_items.Count > capacity)
            _items.Remove(_items.Max!);
    }
}
