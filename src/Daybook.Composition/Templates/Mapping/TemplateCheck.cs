namespace Daybook.Composition;

/// <summary>Checks what can only be seen when the whole template is known: its Jinja, and the names that its Jinja uses.</summary>
internal static class TemplateCheck
{
    public static void Check(ReportTemplate template, JinjaCheck jinja)
    {
        DefaultCheck.Check(template.Parameters, jinja);
        foreach (var dataset in template.Datasets)
        {
            if (dataset.Where is { } where)
                jinja.Expression(where);
            foreach (var setting in dataset.Settings.Values)
                jinja.Value(setting);
        }

        var blocks = new BlockCheck(jinja, [.. template.Parameters.Select(parameter => parameter.Name)]);
        foreach (var block in template.Blocks)
            block.Accept(blocks);
    }
}
