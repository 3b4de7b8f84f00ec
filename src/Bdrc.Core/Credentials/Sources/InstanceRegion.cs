using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http.Transport;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>
/// The region of the instance. It is the caller's region only if the caller is the instance: with other credentials it would
/// be a guess about somebody else's account (spec/credentials.md section 2).
/// </summary>
internal static class InstanceRegion
{
    public const string Source = "the instance metadata";

    /// <summary>The region; null when the credentials are not the instance's or it does not say.</summary>
    public static async Task<string?> FindAsync(
        ICredentialProvider credentials, CredentialContext environment, CancellationToken cancellationToken)
    {
        try
        {
            if (credentials is not IRenewableProvider provider || !await provider.IsOfInstanceAsync(cancellationToken).ConfigureAwait(false))
                return null;
            return environment.InstanceRegion ??= await AskAsync(environment, cancellationToken).ConfigureAwait(false);
        }
        catch (BdrcException)
        {
            // A missing region names every place that was looked at; this one only failed to help.
            return null;
        }
    }

    private static Task<string> AskAsync(CredentialContext environment, CancellationToken cancellationToken)
    {
        var metadata = new InstanceMetadata(environment, isProbe: false);
        return metadata.ReadAsync(
            async token =>
            {
                var answer = await metadata.GetAsync("/latest/meta-data/region-id", token, cancellationToken).ConfigureAwait(false);
                var region = answer.IsSuccess ? InstanceMetadata.Text(answer) : throw InstanceMetadata.Refused(answer);
                EndpointResolver.CheckRegion(region);
                return region;
            },
            cancellationToken);
    }
}
