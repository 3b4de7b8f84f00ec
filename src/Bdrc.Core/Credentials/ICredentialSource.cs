namespace Bdrc.Core.Credentials;

/// <summary>One way to get credentials. It keeps nothing: <see cref="RenewingCredentialProvider"/> does.</summary>
internal interface ICredentialSource
{
    /// <summary>Its name in the trail, as the official tools call it.</summary>
    string Name { get; }

    /// <summary>Fetches credentials anew.</summary>
    /// <exception cref="BdrcException">There are none; the message says why and holds no secret.</exception>
    Task<ExpiringCredentials> FetchAsync(CancellationToken cancellationToken);
}
