using Bdrc.Arguments;

namespace Bdrc.Commands;

/// <content>Parameters that say something only together, or never together.</content>
public abstract partial class ContextCommand
{
    private void CheckCombination()
    {
        CheckRoute();
        CheckRole();
        if (SecurityToken is { Length: > 0 } && AccessKeyId is null && AccessKeySecret is null)
            throw ParameterConflicts.Lacks(nameof(SecurityToken), "-AccessKeyId and -AccessKeySecret");
    }

    // The sandbox is in this process: nothing leads there.
    private void CheckRoute()
    {
        if (Sandbox)
            CheckAbsent(nameof(Sandbox), nameof(UseVpcEndpoint), nameof(Proxy), nameof(ProxyCredential));
        if (Endpoint is not null)
            CheckAbsent(nameof(Endpoint), nameof(UseVpcEndpoint));
        if (ProxyCredential is not null && Proxy is null)
            throw ParameterConflicts.Lacks(nameof(ProxyCredential), "-Proxy");
    }

    private void CheckRole()
    {
        if (OidcProviderArn is not null)
        {
            CheckAbsent(nameof(OidcProviderArn), nameof(AccessKeyId), nameof(AccessKeySecret), nameof(SecurityToken), nameof(ExternalId));
            return;
        }

        if (RoleArn is not null || GitHubActions || AzurePipelines)
            return;
        foreach (var name in new[] { nameof(RoleSessionName), nameof(ExternalId), nameof(Policy), nameof(DurationSeconds) })
        {
            if (IsGiven(name))
                throw ParameterConflicts.Lacks(name, "-RoleArn");
        }
    }

    private void CheckAbsent(string name, params string[] others)
    {
        foreach (var other in others)
        {
            if (IsGiven(other))
                throw ParameterConflicts.Exclusive(other, name);
        }
    }

    private bool IsGiven(string name) => MyInvocation.BoundParameters.ContainsKey(name);
}
