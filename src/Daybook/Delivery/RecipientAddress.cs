namespace Daybook.Delivery;

/// <summary>A recipient without the name that may stand before: <c>ann@example.com</c> of <c>Ann &lt;ann@example.com&gt;</c>.</summary>
internal static class RecipientAddress
{
    public static string Of(string recipient)
    {
        var text = recipient.Trim();
        var open = text.LastIndexOf('<');
        return open >= 0 && text.EndsWith('>') ? text[(open + 1)..^1].Trim() : text;
    }

    /// <summary>The same for spellings that mean one mailbox, as far as anybody but its host can tell.</summary>
    public static string Normal(string recipient) => Of(recipient).ToLowerInvariant();
}
