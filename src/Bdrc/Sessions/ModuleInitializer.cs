using System.Management.Automation;
using System.Runtime.CompilerServices;
using Bdrc.Core.Client;

namespace Bdrc.Sessions;

/// <summary>Prepares the first call when the module is imported. The import does not wait for it.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer
{
    /// <inheritdoc/>
    public void OnImport()
    {
        // With one processor, the import and the first command would wait for the work.
        if (Environment.ProcessorCount > 1)
            new Thread(Prepare) { IsBackground = true, Name = "Bdrc warm-up", Priority = ThreadPriority.BelowNormal }.Start();
    }

    private static void Prepare()
    {
        try
        {
            WarmUp();
        }
        catch (Exception)
        {
            // Bdrc.Core is missing or cannot be loaded. The first command reports it; here, it would end the process.
        }
    }

    // A method of its own, because the runtime loads Bdrc.Core when it compiles it: on the thread, and within the try block.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WarmUp() => BdrcClient.WarmUp();
}
