using Daybook.Storage;

namespace Daybook.Reports;

internal readonly record struct ExportId(Guid Value) : IIdentity<ExportId>
{
    public static ExportId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
