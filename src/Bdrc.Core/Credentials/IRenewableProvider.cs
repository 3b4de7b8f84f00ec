namespace Bdrc.Core.Credentials;

/// <summary>A provider whose credentials can be thrown away when the service refuses them.</summary>
internal interface IRenewableProvider : ICredentialProvider
{
    /// <summary>Forgets credentials, unless newer ones took their place already.</summary>
    /// <returns>Whether asking again can give others.</returns>
    bool Invalidate(AccessCredentials refused);

    /// <summary>What the user is to be told.</summary>
    bool TryTakeNotice(out BdrcDiagnostic? notice);
}
