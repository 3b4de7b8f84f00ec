namespace Bdrc.Package.Tests.Assemblies;

/// <summary>
/// What the build for .NET Framework sets on its transport, where it cannot run: the defaults are two connections to a host and
/// no connect timeout. How the connect timeout behaves is tested in Bdrc.Core.Tests.
/// </summary>
public sealed class NetFrameworkTransportTests
{
    [Theory]
    [InlineData("System.Net.Http", "System.Net.Http.HttpClientHandler::set_MaxConnectionsPerServer")]
    [InlineData("System", "System.Net.ServicePointManager::FindServicePoint")]
    [InlineData("System", "System.Net.ServicePoint::get_CurrentConnections")]
    public void Core_uses(string assembly, string member)
    {
        using var core = new AssemblyFile(Path.Combine(BuildPaths.Module, "lib", "net472", "Bdrc.Core.dll"));

        Assert.Contains(member, core.MembersUsedOf(assembly));
    }
}
