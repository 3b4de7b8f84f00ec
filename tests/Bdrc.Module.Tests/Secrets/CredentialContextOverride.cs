using System.Reflection;
using System.Runtime.Loader;

namespace Bdrc.Module.Tests.Secrets;

/// <summary>
/// Replaces the variables and the identity endpoints that the staged module uses, until it is disposed. They belong to the
/// process, so tests that use it join <see cref="CredentialContextCollection"/>.
/// </summary>
internal sealed class CredentialContextOverride : IDisposable
{
    private const string TypeName = "Bdrc.Core.Credentials.Platform.CredentialContext";
    private const string MethodName = "ReplaceProcess";

    private readonly IDisposable _replacement;

    public CredentialContextOverride(Func<string, string?> readVariable, Uri identityEndpoint)
    {
        // The module loads its own copy of Core into its load context, so this assembly cannot reference that type.
        var core = AssemblyLoadContext.All.Single(context => context.Name == "Bdrc").LoadFromAssemblyName(new AssemblyName("Bdrc.Core"));
        var method = core.GetType(TypeName, throwOnError: true)!.GetMethod(MethodName)
            ?? throw new MissingMethodException(TypeName, MethodName);
        _replacement = method.CreateDelegate<Func<Func<string, string?>, Uri, IDisposable>>()(readVariable, identityEndpoint);
    }

    public void Dispose() => _replacement.Dispose();
}

/// <summary>Tests that replace the process-wide credential context; none of them runs in parallel with another test.</summary>
[CollectionDefinition(nameof(CredentialContextCollection), DisableParallelization = true)]
public sealed class CredentialContextCollection;
