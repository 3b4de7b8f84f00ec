using Bdrc.Core.Credentials.Profiles;

namespace Bdrc.Completion;

/// <summary>The profiles of the CLI's file and the shared ini on this machine.</summary>
public sealed class ProfileNameCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Values => ProfileNames.List();
}
