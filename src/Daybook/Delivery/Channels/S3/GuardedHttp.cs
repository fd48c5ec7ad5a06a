using Amazon.Runtime;
using Daybook.Outgoing;

namespace Daybook.Delivery.Channels.S3;

/// <summary>Gives the S3 library connections of the server's guard.</summary>
internal sealed class GuardedHttp(OutgoingHttp http) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(http.NewHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => true;
}
