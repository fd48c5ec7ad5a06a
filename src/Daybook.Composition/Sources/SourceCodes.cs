namespace Daybook.Composition;

/// <summary>Every code of a dataset that could not be collected, or not whole; <c>docs/reference/errors.md</c> explains each.</summary>
public static class SourceCodes
{
    // The keys of the dataset
    public const string UnknownSetting = "unknown_setting";
    public const string BadSetting = "bad_setting";
    public const string MissingSetting = "missing_setting";
    public const string MixedFormats = "mixed_formats";

    // Finding and opening files
    public const string OutsideRoots = "outside_roots";
    public const string BadPath = "bad_path";
    public const string NoSuchFile = "no_such_file";
    public const string NotAFile = "not_a_file";
    public const string NoAccess = "no_access";
    public const string TooManyFiles = "too_many_files";
    public const string EmptyFile = "empty_file";
    public const string UnreadableFile = "unreadable_file";
    public const string UnreadableSource = "unreadable_source";
    public const string FileChanged = "file_changed";

    // Files of another kind
    public const string GzipFile = "gzip_file";
    public const string ZipFile = "zip_file";
    public const string LfsPointer = "lfs_pointer";
    public const string HtmlFile = "html_file";
    public const string BinaryFile = "binary_file";

    // JSON
    public const string BadJson = "bad_json";
    public const string TruncatedJson = "truncated_json";
    public const string NotAnObject = "not_an_object";
    public const string FileTooLarge = "file_too_large";
    public const string LineTooLong = "line_too_long";

    // CSV
    public const string BadCsv = "bad_csv";
    public const string BadHeader = "bad_header";
    public const string DuplicateColumn = "duplicate_column";
    public const string RaggedRow = "ragged_row";
    public const string ColumnsDiffer = "columns_differ";
    public const string BadEncoding = "bad_encoding";

    // What is kept of the data
    public const string NotRows = "not_rows";
    public const string NotAValue = "not_a_value";
    public const string UnknownColumn = "unknown_column";
    public const string TooMuchData = "too_much_data";
    public const string OmittedRows = "omitted_rows";
    public const string BadSnapshot = "bad_snapshot";
}
