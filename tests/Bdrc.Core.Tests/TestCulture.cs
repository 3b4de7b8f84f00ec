using System.Globalization;
using System.Runtime.CompilerServices;

namespace Bdrc.Core.Tests;

/// <summary>Sets the language of the tests and of the processes that they start, whatever the language of the machine is.</summary>
internal static class TestCulture
{
    [ModuleInitializer]
    internal static void UseEnglish()
    {
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        Environment.SetEnvironmentVariable("LC_ALL", "C.UTF-8");
    }
}
