using Bdrc.Benchmarks.Hosting;

namespace Bdrc.Benchmarks.Start;

/// <summary>What the start mode measures.</summary>
/// <param name="Rounds">How often each script runs in each shell.</param>
/// <param name="Shells">The shells: names on the PATH or paths.</param>
/// <param name="Modules">Manifests of the module, to compare builds in one rotation.</param>
internal sealed record StartOptions(int Rounds, IReadOnlyList<string> Shells, IReadOnlyList<string> Modules)
{
    /// <summary>Reads the arguments after <c>start</c>; null when one is unknown.</summary>
    public static StartOptions? Parse(string[] arguments)
    {
        var rounds = 15;
        List<string> shells = [];
        List<string> modules = [];
        for (var i = 0; i + 1 < arguments.Length; i += 2)
        {
            switch (arguments[i])
            {
                case "--rounds" when int.TryParse(arguments[i + 1], out rounds) && rounds is > 0 and <= 1000:
                    break;
                case "--shell":
                    shells.Add(arguments[i + 1]);
                    break;
                case "--module":
                    modules.Add(Path.GetFullPath(arguments[i + 1]));
                    break;
                default:
                    return null;
            }
        }

        if (arguments.Length % 2 != 0)
            return null;
        return new(rounds, shells.Count > 0 ? shells : ["pwsh"], modules.Count > 0 ? modules : [Shell.ModulePath]);
    }
}
