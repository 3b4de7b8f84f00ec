namespace Bdrc.Sandbox.Identity.IdTokens;

/// <summary>A service whose id tokens the sandbox's account trusts: an OIDC provider in RAM.</summary>
public enum IdTokenIssuer
{
    /// <summary>GitHub Actions; provider <c>github</c>.</summary>
    GitHub,

    /// <summary>Azure DevOps; provider <c>azure-devops</c>.</summary>
    AzureDevOps,

    /// <summary>A Kubernetes cluster (RRSA of ACK); provider <c>ack</c>.</summary>
    Kubernetes,
}
