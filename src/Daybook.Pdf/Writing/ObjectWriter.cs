using System.Security.Cryptography;

namespace Daybook.Pdf;

/// <summary>
/// The file as a row of numbered objects, written as soon as they are complete. Streams stand alone; everything else is collected into
/// object streams.
/// </summary>
internal sealed class ObjectWriter : IDisposable
{
    private const int MostObjectsInStream = 200;

    /// <summary>Setting up the compression of fewer bytes takes longer than it saves.</summary>
    private const int WorthCompressing = 300;

    /// <summary>So many streams may be in compression at once; they are written in the order in which they came.</summary>
    private const int MostInWork = 8;

    private readonly Stream output;
    private readonly StreamCipher? cipher;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Queue<(int Number, byte[] Entries, DeflatedBytes Bytes)> inWork = new();
    private readonly Stack<MemoryStream> spare = [];
    private readonly ByteWriter head = new(256);
    private readonly ByteWriter index = new();
    private readonly ByteWriter bodies = new(1 << 16);

    private readonly List<Entry> table = [new(0, 65535, 0)];
    private long position;
    private int collector;
    private int collected;

    public ObjectWriter(Stream output, StreamCipher? cipher)
    {
        this.output = output;
        this.cipher = cipher;
        Put("%PDF-1.7\n"u8);
        Put([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    public int Reserve()
    {
        table.Add(default);
        return table.Count - 1;
    }

    /// <summary>An object that is not a stream; <paramref name="body"/> is its syntax.</summary>
    public void Add(int number, ReadOnlySpan<byte> body)
    {
        if (collected == 0)
            collector = Reserve();
        index.Number(number).Byte((byte)' ').Number(bodies.Length).Byte((byte)' ');
        bodies.Raw(body).Byte((byte)'\n');
        table[number] = new(collector, collected++, 2);
        if (collected == MostObjectsInStream || bodies.Length > 1 << 16)
            FlushCollected();
    }

    public int Add(ReadOnlySpan<byte> body)
    {
        var number = Reserve();
        Add(number, body);
        return number;
    }

    /// <param name="entries">What the dictionary has besides length and filter; no strings, which would have to be encrypted.</param>
    public void AddStream(int number, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> content)
    {
        if (content.Length < WorthCompressing)
        {
            AddEncoded(number, entries, content, default);
            return;
        }

        inWork.Enqueue((number, entries.ToArray(), Deflate(content)));
        if (inWork.Count > MostInWork)
            WriteOldest();
    }

    /// <summary>A stream whose bytes are in the form of <paramref name="filter"/> already.</summary>
    public void AddEncoded(int number, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> filter)
    {
        if (cipher is not null)
            bytes = cipher.Encrypt(number, bytes);
        table[number] = new(position, 0, 1);
        head.Clear();
        head.Number(number).Raw(" 0 obj\n<<"u8).Raw(entries).Raw(filter).Raw("/Length "u8)
            .Number(bytes.Length).Raw(">>stream\n"u8);
        Put(head.Written);
        Put(bytes);
        Put("\nendstream\nendobj\n"u8);
    }

    /// <summary>Ends the file.</summary>
    /// <param name="trailer">Root, Info and, with a password, Encrypt.</param>
    public void Finish(ReadOnlySpan<byte> trailer, int plainObject, ReadOnlySpan<byte> plainBody)
    {
        FlushCollected();
        while (inWork.Count > 0)
            WriteOldest();
        if (plainObject != 0)
        {
            // The encryption dictionary is the one object that must be readable without the key.
            table[plainObject] = new(position, 0, 1);
            head.Clear();
            Put(head.Number(plainObject).Raw(" 0 obj\n"u8).Raw(plainBody).Raw("\nendobj\n"u8).Written);
        }

        var number = Reserve();
        var start = position;
        table[number] = new(start, 0, 1);
        var width = start > uint.MaxValue ? 5 : start > 0xFFFFFF ? 4 : 3;
        using var rows = new ByteWriter(table.Count * 8);
        foreach (var (where, place, kind) in table)
            rows.Byte(kind).BigEndian(where, width).BigEndian(place, 2);
        var id = hash.GetHashAndReset().AsSpan(0, 16);
        var body = Written(Deflate(rows.Written).Result);
        head.Clear();
        head.Number(number).Raw(" 0 obj\n<</Type/XRef/Size "u8).Number(table.Count).Raw("/W[1 "u8).Number(width).Raw(" 2]"u8).Raw(trailer)
            .Raw("/ID["u8).Hex(id).Hex(id).Raw("]/Filter/FlateDecode/Length "u8).Number(body.Length).Raw(">>stream\n"u8);
        Put(head.Written);
        Put(body);
        head.Clear();
        Put(head.Raw("\nendstream\nendobj\nstartxref\n"u8).Number(start).Raw("\n%%EOF\n"u8).Written);
    }

    public void Dispose()
    {
        hash.Dispose();
        head.Dispose();
        index.Dispose();
        bodies.Dispose();
    }

    private void FlushCollected()
    {
        if (collected == 0)
            return;
        var first = index.Length;
        using var entries = new ByteWriter(64);
        entries.Raw("/Type/ObjStm/N "u8).Number(collected).Raw("/First "u8).Number(first);
        index.Raw(bodies.Written);
        AddStream(collector, entries.Written, index.Written);
        index.Clear();
        bodies.Clear();
        collected = 0;
    }

    private void WriteOldest()
    {
        var (number, entries, bytes) = inWork.Dequeue();
        AddEncoded(number, entries, Written(bytes.Result), "/Filter/FlateDecode"u8);
        spare.Push(bytes.Result);
    }

    private DeflatedBytes Deflate(ReadOnlySpan<byte> bytes) => new(bytes, spare.TryPop(out var used) ? used : new());

    private static ReadOnlySpan<byte> Written(MemoryStream stream) => stream.GetBuffer().AsSpan(0, (int)stream.Length);

    private void Put(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        hash.AppendData(bytes);
        position += bytes.Length;
    }

    /// <summary>Where an object is. A report has many, and in this order of the fields each takes the least memory.</summary>
    /// <param name="Where">The offset in the file, or the number of the object stream.</param>
    /// <param name="Place">Within the object stream.</param>
    /// <param name="Kind">1 for an offset, 2 for an object stream.</param>
    private readonly record struct Entry(long Where, int Place, byte Kind);
}
