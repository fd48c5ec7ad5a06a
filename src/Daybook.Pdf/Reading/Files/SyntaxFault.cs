namespace Daybook.Pdf.Reading.Files;

/// <summary>Ways a file can be written that readers get over but PDF/A forbids (ISO 19005-2, 6.1).</summary>
internal enum SyntaxFault
{
    HexStringHasOddDigits,
    HexStringHasOtherCharacters,
    StringTooLong,
    NameTooLong,
    IntegerOutOfRange,
    RealOutOfRange,
    ObjectSpacing,
    StreamKeywordSpacing,
    EndstreamSpacing,
    StreamLength,
    XrefSpacing,
}
