using Bdrc.Core.Credentials.Platform;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>An id token in a file that a pod or a job keeps fresh.</summary>
internal sealed class FileIdToken(string path, CredentialContext environment) : IIdTokenSource
{
    public Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult(environment.Files.ReadText(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BdrcException(
                BdrcErrorKind.Authentication, "IdTokenFileUnreadable", Strings.CredentialFileUnreadable.FormatInvariant(path, failure.GetType().Name));
        }
    }
}
