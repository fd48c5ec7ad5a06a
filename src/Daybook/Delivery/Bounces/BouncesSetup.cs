using Daybook.Delivery.Channels.Email;
using Daybook.Hosting;
using Daybook.Outgoing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Bounces;

internal static class BouncesSetup
{
    public const string Section = "Bounces";

    public static IServiceCollection AddBounces(this IServiceCollection services)
    {
        services.AddOptionsOf<BouncesOptions, BouncesOptionsCheck>(Section);
        return services
            .AddSingleton<IValidateOptions<BouncesOptions>, BouncesServerCheck>()
            .AddSingleton<BounceMailboxState>().AddSingleton<BounceLedger>().AddSingleton<BounceMail>()
            .AddSingleton(provider => new BounceMailbox(provider.GetRequiredService<IOptions<BouncesOptions>>(), Access(provider), provider.GetRequiredService<BounceMail>()))
            .AddHostedService<BounceWorker>();
    }

    private static MailServerAccess Access(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<BouncesOptions>>().Value;
        return new MailServerAccess(
            options,
            OutgoingTls.Options(provider.GetRequiredService<IOptions<OutgoingOptions>>().Value).CertificateChainPolicy,
            AccessTokens.Of(options, provider.GetRequiredService<OutgoingHttp>(), provider.GetRequiredService<TimeProvider>()));
    }
}
