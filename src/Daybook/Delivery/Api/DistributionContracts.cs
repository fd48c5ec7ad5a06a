using Daybook.Hosting;

namespace Daybook.Delivery.Api;

/// <summary>Channels by name, each with its addresses or with an object that says more.</summary>
/// <remarks>For the description of the API: the body itself is read field by field, so that all that is wrong is told at once.</remarks>
internal sealed class DistributionRequest : Dictionary<string, ChannelRequest>;

/// <summary>The addresses alone, or an object that says more.</summary>
[WrittenAs(typeof(IReadOnlyList<string>), typeof(string), typeof(ChannelFieldsRequest))]
internal sealed class ChannelRequest;

/// <summary>What a channel does for one report; docs/reference/delivery.md has every field.</summary>
/// <param name="Recipients">Each gets a message of their own.</param>
/// <param name="To">One message that names them all; with mail.</param>
/// <param name="Artifacts">Format to attach or link.</param>
/// <param name="Guarantee">at_least_once or at_most_once.</param>
/// <param name="Subject">A template.</param>
/// <param name="Body">A template.</param>
/// <param name="Password">generated, or stored:NAME of one under /delivery-passwords.</param>
/// <param name="PasswordTo">The channel over which the same recipients are told a generated password, or channels with addresses.</param>
internal sealed record ChannelFieldsRequest(
    AddressesRequest? Recipients = null,
    AddressesRequest? To = null,
    AddressesRequest? Cc = null,
    AddressesRequest? Bcc = null,
    Dictionary<string, string>? Artifacts = null,
    string? Guarantee = null,
    string? Subject = null,
    string? Body = null,
    string? Cards = null,
    string? When = null,
    string? OnEmpty = null,
    string? Password = null,
    PasswordToRequest? PasswordTo = null);

/// <summary>A list of addresses, or one alone.</summary>
[WrittenAs(typeof(IReadOnlyList<string>), typeof(string))]
internal sealed class AddressesRequest;

/// <summary>The name of a channel, or one channel with addresses.</summary>
[WrittenAs(typeof(string), typeof(Dictionary<string, AddressesRequest>))]
internal sealed class PasswordToRequest;
