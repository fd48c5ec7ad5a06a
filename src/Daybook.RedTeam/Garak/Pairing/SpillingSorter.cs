using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>Sorts any number of values in constant memory: what does not fit waits, sorted in pieces, in a temporary file until it is read.</summary>
/// <param name="capacity">How many values are held in memory; as many again while they are read.</param>
internal sealed class SpillingSorter<T>(int capacity) : IDisposable
    where T : unmanaged, IComparable<T>
{
    private const int FirstCapacity = 256;

    private readonly List<SortedPiece<T>> _pieces = [];
    private T[] _values = [];
    private int _count;
    private FileStream? _file;

    /// <exception cref="DataSourceException">The temporary file cannot be written.</exception>
    public void Add(T value)
    {
        if (_count == capacity)
            Spill();
        if (_count == _values.Length)
            Array.Resize(ref _values, Math.Min(capacity, Math.Max(FirstCapacity, _count * 2)));
        _values[_count++] = value;
    }

    /// <summary>All values in order, as often as wanted until the next is added.</summary>
    /// <exception cref="DataSourceException">The temporary file cannot be written.</exception>
    public IEnumerable<T> Read()
    {
        if (_pieces.Count == 0)
        {
            _values.AsSpan(0, _count).Sort();
            return _values.Take(_count);
        }

        if (_count > 0)
            Spill();
        return Merge();
    }

    public void Clear()
    {
        _count = 0;
        _pieces.Clear();
        _file?.Dispose();
        _file = null;
    }

    public void Dispose() => Clear();

    private IEnumerable<T> Merge()
    {
        var buffer = Math.Max(1, capacity / _pieces.Count);
        var next = new PriorityQueue<IEnumerator<T>, T>();
        foreach (var values in _pieces.Select(piece => piece.Read(buffer).GetEnumerator()))
        {
            if (values.MoveNext())
                next.Enqueue(values, values.Current);
        }

        while (next.TryPeek(out var values, out var value))
        {
            yield return value;
            if (values.MoveNext())
                next.DequeueEnqueue(values, values.Current);
            else
                next.Dequeue();
        }
    }

    private void Spill()
    {
        var values = _values.AsSpan(0, _count);
        values.Sort();
        try
        {
            _file ??= new FileStream(Path.Combine(Path.GetTempPath(), "daybook-" + Path.GetRandomFileName()), TemporaryFile());
            _pieces.Add(SortedPiece<T>.Write(_file.SafeFileHandle, _pieces.Count == 0 ? 0 : _pieces[^1].End, values));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw LogRefusal.NoRoom(exception);
        }

        _count = 0;
    }

    private static FileStreamOptions TemporaryFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
