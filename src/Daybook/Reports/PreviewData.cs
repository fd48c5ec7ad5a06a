namespace Daybook.Reports;

/// <summary>What a preview is made from.</summary>
internal enum PreviewData
{
    /// <summary>Invented logs; the report says so.</summary>
    Sample,

    /// <summary>What the template's sources give now.</summary>
    Real,

    /// <summary>Nothing, so that the template's behaviour without data shows.</summary>
    Empty,
}
