using Daybook.Hosting;

namespace Daybook.Delivery.Channels;

internal static class ChannelSecrets
{
    /// <summary>A setting that is a secret or refers to one; a reference that leads nowhere is noted.</summary>
    /// <returns>Empty where nothing is set.</returns>
    public static string Secret(this ChannelSettings settings, string setting, string value)
    {
        try
        {
            return SecretReference.Read(value);
        }
        catch (FormatException wrong)
        {
            settings.Refuse(setting, wrong.Message);
            return "";
        }
    }
}
