namespace Daybook.Tests.BothDatabases.Storage;

/// <summary>Every table and column of the guide is there. Names of ours may stand beside them.</summary>
public abstract class SchemaTests : StoreTests
{
    public static TheoryData<string, string> Tables => new()
    {
        { "cob_report_templates", "id name version author description created_at updated_at metadata template_config is_active is_default permissions" },
        { "cob_template_versions", "id template_id version_number config_snapshot change_description created_at created_by" },
        {
            "cob_generated_reports",
            "id template_id template_snapshot report_date shift_name operator parameters report_data generated_at generated_by processing_time_ms status error_message"
        },
        { "cob_report_exports", "id report_id format export_options file_path file_size_bytes exported_at expires_at download_count last_downloaded_at" },
        {
            "cob_report_schedules",
            "id template_id name frequency schedule_time timezone parameters export_formats distribution_config is_active created_by created_at updated_at last_run_at next_run_at"
        },
        { "cob_schedule_executions", "id schedule_id report_id executed_at success error_message execution_time_ms" },
        { "cob_template_usage", "id template_id used_at user_id action metadata" },
    };

    public static TheoryData<string, string> Indexed => new()
    {
        { "cob_report_templates", "is_active" }, { "cob_generated_reports", "report_date" }, { "cob_generated_reports", "template_id" }, { "cob_generated_reports", "status" },
        { "cob_report_exports", "report_id" }, { "cob_report_exports", "expires_at" }, { "cob_report_schedules", "is_active" }, { "cob_report_schedules", "next_run_at" },
        { "cob_schedule_executions", "schedule_id" },
    };

    /// <summary>Names of the columns of a table.</summary>
    private protected abstract Task<IReadOnlyList<string>> ColumnsAsync(string table);

    /// <summary>The first columns of the indexes of a table.</summary>
    private protected abstract Task<IReadOnlyList<string>> IndexedAsync(string table);

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_table_of_the_guide_has_all_its_columns(string table, string columns) =>
        Assert.Empty(columns.Split(' ').Except(await ColumnsAsync(table)));

    [Theory]
    [MemberData(nameof(Indexed))]
    public async Task A_column_that_the_guide_wants_indexed_is(string table, string column) => Assert.Contains(column, await IndexedAsync(table));
}
