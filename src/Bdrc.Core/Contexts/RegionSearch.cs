using Bdrc.Core.Credentials;
using Bdrc.Core.Credentials.Profiles;

namespace Bdrc.Core.Contexts;

/// <summary>The region when none was given: variables, then the profile in use (spec/credentials.md section 2).</summary>
internal static class RegionSearch
{
    public static string? Find(ContextRequest request, CredentialEnvironment environment) =>
        environment.Variable(EnvironmentNames.Region)
        ?? environment.Variable("ALIBABACLOUD_REGION_ID")
        ?? environment.Variable("ALICLOUD_REGION_ID")
        ?? OfProfile(request, environment);

    private static string? OfProfile(ContextRequest request, CredentialEnvironment environment)
    {
        if (request.ProfileName is null && environment.IsOn("ALIBABA_CLOUD_CLI_PROFILE_DISABLED"))
            return null;
        try
        {
            return CliConfiguration.Read(environment) is { } file
                ? file.Find(request.ProfileName ?? environment.Variable("ALIBABA_CLOUD_PROFILE") ?? file.Current ?? "default")?.Text("region_id")
                : null;
        }
        catch (BdrcException)
        {
            // Who needs the file for credentials reports what is wrong with it.
            return null;
        }
    }
}
