using Bdrc.Core.Signing;

namespace Bdrc.Core.Credentials;

/// <summary>Where the credentials of a call come from. Asked anew for every attempt, so that it can refresh them.</summary>
public interface ICredentialProvider
{
    /// <summary>Short name of the source, shown to the user: <c>parameters</c>, <c>environment</c>, <c>sandbox</c>.</summary>
    string Source { get; }

    /// <summary>Gives credentials that are valid now.</summary>
    /// <param name="cancellationToken">Ends the wait for them.</param>
    /// <exception cref="BdrcException">There are none, or they could not be fetched.</exception>
    Task<AccessCredentials> GetAsync(CancellationToken cancellationToken);
}
