using Bdrc.Core.Signing;

namespace Bdrc.Core.Credentials;

/// <summary>A provider whose credentials can be thrown away when the service refuses them.</summary>
internal interface IRenewableProvider : ICredentialProvider
{
    /// <summary>Forgets credentials, unless newer ones took their place already.</summary>
    /// <returns>Whether asking again can give others.</returns>
    bool Invalidate(AccessCredentials refused);

    /// <summary>Whether the credentials are those of the instance this runs on, directly or through a role they take on.</summary>
    /// <exception cref="BdrcException">It depends on credentials that could not be fetched.</exception>
    Task<bool> IsOfInstanceAsync(CancellationToken cancellationToken);

    /// <summary>What the user is to be told.</summary>
    bool TryTakeNotice(out BdrcDiagnostic? notice);
}
