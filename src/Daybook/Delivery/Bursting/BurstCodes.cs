namespace Daybook.Delivery.Bursting;

/// <summary>Why a burst, or the part of one recipient, is as it is: stable words.</summary>
internal static class BurstCodes
{
    /// <summary>The list of the recipients is not there, cannot be read or is empty; of a part: there is nobody to send it to.</summary>
    public const string NoRecipients = "no_recipients";

    /// <summary>A recipient without the value that says which rows are theirs.</summary>
    public const string NoKey = "no_key";

    /// <summary>A recipient for whom no stored password is there, where files should open with one.</summary>
    public const string NoPassword = "no_password";

    /// <summary>A recipient whose part failed, and whom the list names no more.</summary>
    public const string NotNamed = "not_named";

    /// <summary>There are no rows for a recipient, and the policy makes no report then.</summary>
    public const string NoRows = "no_rows";

    /// <summary>The list names the same address for the same key before.</summary>
    public const string NamedTwice = "named_twice";

    /// <summary>The report could not be made, or is gone.</summary>
    public const string ReportNotMade = "report_not_made";

    /// <summary>The condition of the burst is false for the report.</summary>
    public const string SendIfFalse = "send_if_false";

    /// <summary>The condition of the burst could not be answered.</summary>
    public const string SendIfFailed = "send_if_failed";

    /// <summary>No recipient has a report.</summary>
    public const string NothingMade = "nothing_made";

    /// <summary>Somebody, or the next occurrence, ended it.</summary>
    public const string Cancelled = "cancelled";
}
