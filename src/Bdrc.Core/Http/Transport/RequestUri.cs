namespace Bdrc.Core.Http.Transport;

/// <summary>The address of a call, whose path and query are sent exactly as they were signed (spec/signing.md section 11).</summary>
internal static class RequestUri
{
#if NET
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static Uri Build(string scheme, string authority, string target) =>
        new(scheme + "://" + authority + target, Verbatim);
#else
    // Canonically encoded text passes unchanged here, except dot segments, and those are refused before.
    public static Uri Build(string scheme, string authority, string target) => new(scheme + "://" + authority + target);
#endif
}
