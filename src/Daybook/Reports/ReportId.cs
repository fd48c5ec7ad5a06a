using Daybook.Storage;

namespace Daybook.Reports;

internal readonly record struct ReportId(Guid Value) : IIdentity<ReportId>
{
    public static ReportId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
