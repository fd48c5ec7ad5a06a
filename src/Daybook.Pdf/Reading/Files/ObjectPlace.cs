namespace Daybook.Pdf.Reading.Files;

/// <summary>Where an indirect object is: at an offset, or in an object stream.</summary>
/// <param name="Offset">From the header of the file; -1 where the object is in a stream.</param>
/// <param name="Container">Number of the object stream; 0 where the object is in none.</param>
internal readonly record struct ObjectPlace(long Offset, int Container)
{
    public bool IsInStream => Container > 0;
}
