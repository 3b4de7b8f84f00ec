namespace Bdrc.Core.Http.Transport;

/// <summary>Builds the URI of a call so that path and query are sent exactly as they were signed (spec/signing.md section 11).</summary>
internal static class RequestUri
{
#if NET
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static Uri Build(string scheme, string authority, string target) =>
        new(scheme + "://" + authority + target, Verbatim);
#else
    // Uri changes only dot segments of canonically encoded text, and dot segments are refused earlier.
    public static Uri Build(string scheme, string authority, string target) => new(scheme + "://" + authority + target);
#endif
}
