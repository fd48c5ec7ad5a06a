using System.Security.Cryptography;

namespace Daybook.Pdf;

/// <summary>The files attached to a document.</summary>
internal sealed class Attachments(ObjectWriter objects)
{
    private readonly SortedDictionary<string, int> files = new(StringComparer.Ordinal);

    public bool Any => files.Count > 0;

    public void Add(
        string name, string mediaType, ReadOnlySpan<byte> bytes, string description, AttachmentRelationship relationship, DateTimeOffset modified)
    {
        if (files.ContainsKey(name))
            throw new ArgumentException($"The file {name} is attached already.", nameof(name));
        using var body = new ByteWriter();
        // An object of its own, because strings in the dictionary of a stream would have to be encrypted one by one.
        var parameters = objects.Add(body.Raw("<</Size "u8).Number(bytes.Length).Raw("/ModDate"u8).Text(PdfDate.Text(modified))
            .Raw("/CheckSum"u8).Hex(CheckSum(bytes)).Raw(">>"u8).Written);
        body.Clear();
        body.Raw("/Type/EmbeddedFile/Subtype"u8).Name(mediaType).Raw("/Params"u8).Reference(parameters);
        var stream = objects.Reserve();
        objects.AddStream(stream, body.Written, bytes);
        body.Clear();
        files.Add(name, objects.Add(body.Raw("<</Type/Filespec/F"u8).Text(name).Raw("/UF"u8).Text(name).Raw("/Desc"u8).Text(description)
            .Raw("/AFRelationship"u8).Name(relationship.ToString()).Raw("/EF<</F"u8).Reference(stream).Raw("/UF"u8).Reference(stream)
            .Raw(">>>>"u8).Written));
    }

    public void WriteNames(ByteWriter to)
    {
        to.Raw("/EmbeddedFiles<</Names["u8);
        foreach (var (name, number) in files.OrderBy(entry => entry.Key.All(char.IsAscii) ? 0 : 1))
            to.Text(name).Reference(number);
        to.Raw("]>>"u8);
    }

    public void WriteAssociation(ByteWriter to)
    {
        to.Raw("/AF["u8);
        foreach (var number in files.Values)
            to.Reference(number);
        to.Raw("]"u8);
    }

#pragma warning disable CA5351 // The format asks for MD5, as a checksum only.
    private static byte[] CheckSum(ReadOnlySpan<byte> bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351
}
