namespace Daybook.Pdf.Reading.Objects;

/// <param name="bytes">What the string stands for, decrypted.</param>
internal sealed class PdfString(byte[] bytes) : PdfObject
{
    public byte[] Bytes => bytes;

    public string Text => TextString.Decode(bytes);
}
