using Bdrc.Text;

namespace Bdrc.Core.Credentials;

/// <summary>An id token in a file that a pod or a job keeps fresh.</summary>
internal sealed class FileIdToken(string path, CredentialEnvironment environment) : IIdTokenSource
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
                BdrcErrorKind.Authentication, "IdTokenFileUnreadable", Messages.CredentialFileUnreadable.Fill(path, failure.GetType().Name));
        }
    }
}
