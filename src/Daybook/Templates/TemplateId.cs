using Daybook.Storage;

namespace Daybook.Templates;

internal readonly record struct TemplateId(Guid Value) : IIdentity<TemplateId>
{
    public static TemplateId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}
