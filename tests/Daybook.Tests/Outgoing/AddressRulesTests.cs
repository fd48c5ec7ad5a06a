using System.Net;
using Daybook.Outgoing;

namespace Daybook.Tests.Outgoing;

public sealed class AddressRulesTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("10.0.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("100.100.100.200")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("2001:db8::1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:a00:1::")]
    public void Addresses_inside_the_house_are_refused(string address) => Assert.NotNull(AddressRules.Refusal(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("172.15.255.255")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("2002:808:808::")]
    public void Addresses_of_the_internet_may_be_called(string address) => Assert.Null(AddressRules.Refusal(IPAddress.Parse(address)));

    [Theory]
    [InlineData("10.1.0.0/16", null)]
    [InlineData("10.1.2.3", null)]
    [InlineData("fd00::/8", null)]
    [InlineData("hooks.corp.example", null)]
    [InlineData("https://hooks.corp.example", "is no host name")]
    [InlineData("10.1.0.0/33", "is no host name")]
    [InlineData("", "is no host name")]
    public void An_entry_of_the_list_is_a_name_an_address_or_a_network(string entry, string? problem) =>
        Assert.StartsWith(problem ?? "good", AllowedHosts.Problem(entry) ?? "good", StringComparison.Ordinal);
}
