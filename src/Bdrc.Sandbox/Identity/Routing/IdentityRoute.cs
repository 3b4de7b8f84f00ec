namespace Bdrc.Sandbox.Identity.Routing;

/// <summary>Where a request to an identity service leads.</summary>
/// <param name="operation">One of <see cref="IdentityOperations"/>.</param>
/// <param name="path">The path within the service, still encoded.</param>
internal sealed class IdentityRoute(string operation, string path)
{
    public string Operation { get; } = operation;

    public string Path { get; } = path;
}
