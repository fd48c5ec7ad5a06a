namespace Daybook.Composition;

/// <summary>Every code of a <see cref="Diagnostic"/>; <c>docs/reference/errors.md</c> explains each.</summary>
public static class DiagnosticCodes
{
    // Reading a template's file
    public const string TemplateNotFound = "template_not_found";
    public const string TemplateUnreadable = "template_unreadable";
    public const string TemplateTooLarge = "template_too_large";
    public const string TemplateNotText = "template_not_text";
    public const string TemplateEmpty = "template_empty";
    public const string InvalidYaml = "invalid_yaml";
    public const string InvalidJson = "invalid_json";
    public const string SeveralDocuments = "several_documents";
    public const string DuplicateKey = "duplicate_key";
    public const string TooDeep = "too_deep";
    public const string TooManyValues = "too_many_values";
    public const string UnknownAlias = "unknown_alias";
    public const string UnsupportedTag = "unsupported_tag";
    public const string AmbiguousNumber = "ambiguous_number";

    // The shape of a template
    public const string MissingKey = "missing_key";
    public const string UnknownKey = "unknown_key";
    public const string WrongType = "wrong_type";
    public const string EmptyText = "empty_text";
    public const string TooLong = "too_long";
    public const string OutOfRange = "out_of_range";
    public const string UnknownWord = "unknown_word";
    public const string InvalidName = "invalid_name";
    public const string InvalidTime = "invalid_time";
    public const string InvalidPath = "invalid_path";
    public const string JinjaSyntax = "jinja_syntax";

    // Blocks and datasets
    public const string DuplicateId = "duplicate_id";
    public const string DuplicateName = "duplicate_name";
    public const string UnknownBlockType = "unknown_block_type";
    public const string UnknownChartType = "unknown_chart_type";
    public const string UnknownOutputProcessor = "unknown_output_processor";
    public const string UnknownModel = "unknown_model";
    public const string UnknownFormat = "unknown_format";
    public const string InvalidFileName = "invalid_file_name";
    public const string UnknownSource = "unknown_source";
    public const string NestedTooDeep = "nested_too_deep";
    public const string PathCollision = "path_collision";
    public const string InvalidOrder = "invalid_order";
    public const string ScriptFileRefused = "script_file_refused";

    // Definitions of parameters
    public const string UnknownParameterType = "unknown_parameter_type";
    public const string InvalidPattern = "invalid_pattern";
    public const string InvalidLimits = "invalid_limits";
    public const string InvalidOptions = "invalid_options";
    public const string InvalidDefault = "invalid_default";
    public const string DefaultCycle = "default_cycle";

    // Templates of other programs
    public const string UnmappedKey = "unmapped_key";
    public const string UnmappedBlock = "unmapped_block";
    public const string AssumedValue = "assumed_value";

    // Values of parameters
    public const string MissingParameter = "missing_parameter";
    public const string UnknownParameter = "unknown_parameter";
    public const string DuplicateParameter = "duplicate_parameter";
    public const string ParameterType = "parameter_type";
    public const string ParameterOption = "parameter_option";
    public const string ParameterRange = "parameter_range";
    public const string ParameterPattern = "parameter_pattern";
    public const string ParameterDefault = "parameter_default";
    public const string ParameterConflict = "parameter_conflict";
}
