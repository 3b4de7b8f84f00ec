using System.Reflection;
using System.Runtime.Loader;

namespace Bdrc.Module.Tests.Secrets;

/// <summary>
/// The surroundings that the staged module looks for credentials in: variables and addresses of identity services. They belong
/// to the process, so whoever changes them must be alone in it.
/// </summary>
internal sealed class ModuleSurroundings : IDisposable
{
    private readonly object _surroundings;
    private readonly List<(PropertyInfo Property, object? Before)> _changed = [];

    public ModuleSurroundings(Func<string, string?> variables, Uri identityServices)
    {
        // The module's own copy, in its own load context: this test's reference is another one.
        var core = AssemblyLoadContext.All.Single(context => context.Name == "Bdrc").LoadFromAssemblyName(new AssemblyName("Bdrc.Core"));
        var type = core.GetType("Bdrc.Core.Credentials.Platform.CredentialContext", throwOnError: true)!;
        _surroundings = type.GetProperty("Process")!.GetValue(null)!;
        Set("ReadVariable", variables);
        Set("MetadataAddress", identityServices);
        Set("StsAddress", identityServices);
        Set("OAuthAddress", identityServices);
        var instance = type.GetProperty("Instance")!.GetValue(_surroundings)!;
        instance.GetType().GetMethod("MarkPresent")!.Invoke(instance, null);
    }

    public void Dispose()
    {
        foreach (var (property, before) in _changed)
            property.SetValue(_surroundings, before);
    }

    private void Set(string name, object value)
    {
        var property = _surroundings.GetType().GetProperty(name)!;
        _changed.Add((property, property.GetValue(_surroundings)));
        property.SetValue(_surroundings, value);
    }
}
