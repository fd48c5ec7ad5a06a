using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>Turns the nodes of a template into the template.</summary>
internal static class TemplateMapping
{
    public static ReportTemplate Map(MappingNode root, MappingContext context)
    {
        var reading = new ObjectReading(root, "the template", context.Diagnostics);
        reading.RefuseUnknownKeys(TemplateKeys.Template);
        var metadata = MapMetadata(reading, context);
        var parameters = ParameterMapping.Map(reading.Mapping("parameters"), context);
        var datasets = DatasetMapping.Map(reading.Mapping("datasets"), context);
        CheckSharedNames(parameters, datasets, context.Diagnostics);
        var blocks = BlockMapping.MapAll(reading.Mappings("blocks"), context);
        var export = ExportMapping.Map(reading.Mapping("export_config"), context);
        var template = new ReportTemplate(context.FileName, metadata, parameters, datasets, blocks, export);
        TemplateCheck.Check(template, new JinjaCheck(context.Options.Jinja, context.Diagnostics));
        return template;
    }

    private static TemplateMetadata MapMetadata(ObjectReading template, MappingContext context)
    {
        if (template.Mapping("metadata") is { } node)
            return MetadataMapping.Map(node, context);
        if (template.Node("metadata") is null)
            template.Missing("metadata", "Every template has 'metadata' with 'id', 'name' and 'version'.");
        return new TemplateMetadata("", "", "");
    }

    private static void CheckSharedNames(ImmutableArray<ParameterDefinition> parameters, ImmutableArray<DatasetDefinition> datasets, DiagnosticBag diagnostics)
    {
        foreach (var dataset in datasets)
        {
            if (parameters.FirstOrDefault(parameter => parameter.Name == dataset.Name) is { } parameter)
            {
                diagnostics.Error(
                    DiagnosticCodes.DuplicateName,
                    dataset.Location,
                    $"the dataset '{dataset.Name}' has the name of the parameter in line {parameter.Location.Line}",
                    "Rename one of the two: blocks know both by their names.");
            }
        }
    }
}
