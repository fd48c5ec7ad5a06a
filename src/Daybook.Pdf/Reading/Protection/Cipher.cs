namespace Daybook.Pdf.Reading.Protection;

/// <summary>How the strings or the streams of a file are encrypted.</summary>
internal enum Cipher
{
    None,
    Rc4,
    Aes128,
    Aes256,
}
