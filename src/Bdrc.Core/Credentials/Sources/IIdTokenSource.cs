using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>Reads the id token that STS exchanges. It is read again at every renewal, because id tokens expire within minutes.</summary>
internal interface IIdTokenSource
{
    Task<string> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>Requests the id token of a GitHub Actions job.</summary>
internal sealed class GitHubIdToken(CredentialContext context, string audience) : IIdTokenSource
{
    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        var address = context.Variable("ACTIONS_ID_TOKEN_REQUEST_URL");
        var bearer = context.Variable("ACTIONS_ID_TOKEN_REQUEST_TOKEN");
        if (bearer is null || !TrustedAddress.TryParse(address, out var uri))
            throw new BdrcException(BdrcErrorKind.Authentication, "NoGitHubIdToken", Strings.GitHubIdTokenMissing);

        var target = uri.AbsoluteUri + (uri.Query.Length == 0 ? "?" : "&") + "audience=" + Uri.EscapeDataString(audience);
        var request = new IdentityRequest(Strings.GitHubTokenService, new Uri(target))
        {
            Headers = [new("authorization", "bearer " + bearer)],
            MaxRetries = 2,
        };
        var response = await IdentityClient.SendAsync(context, request, cancellationToken).ConfigureAwait(false);
        return JsonFields.Text(response.Json(), "value") ?? throw response.Unreadable();
    }
}

/// <summary>Requests the id token of an Azure DevOps job.</summary>
internal sealed class AzurePipelinesIdToken(CredentialContext context, string? serviceConnectionId) : IIdTokenSource
{
    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        var address = context.Variable("SYSTEM_OIDCREQUESTURI");
        var bearer = context.Variable("SYSTEM_ACCESSTOKEN");
        if (bearer is null || !TrustedAddress.TryParse(address, out var uri))
            throw new BdrcException(BdrcErrorKind.Authentication, "NoAzurePipelinesIdToken", Strings.AzureIdTokenMissing);

        var target = uri.AbsoluteUri + (uri.Query.Length == 0 ? "?" : "&") + "api-version=7.1"
            + (serviceConnectionId is null ? string.Empty : "&serviceConnectionId=" + Uri.EscapeDataString(serviceConnectionId));
        var request = new IdentityRequest(Strings.AzureTokenService, new Uri(target))
        {
            Method = "POST",
            Headers = [new("authorization", "Bearer " + bearer), new("x-tfs-fedauthredirect", "Suppress")],
            MaxRetries = 2,
        };
        var response = await IdentityClient.SendAsync(context, request, cancellationToken).ConfigureAwait(false);
        return JsonFields.Text(response.Json(), "oidcToken") ?? throw response.Unreadable();
    }
}

/// <summary>Reads an id token from a file that a pod or a job keeps up to date.</summary>
internal sealed class FileIdToken(string path, CredentialContext context) : IIdTokenSource
{
    public Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult(context.Files.ReadText(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BdrcException(
                BdrcErrorKind.Authentication,
                "IdTokenFileUnreadable",
                Strings.CredentialFileUnreadable.FormatInvariant(path, failure.GetType().Name));
        }
    }
}
