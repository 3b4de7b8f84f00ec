namespace Bdrc.Core.Credentials.Sources;

/// <summary>Gives the id token that STS exchanges. It is asked at every renewal, since tokens live for minutes.</summary>
internal interface IIdTokenSource
{
    Task<string> ReadAsync(CancellationToken cancellationToken);
}
