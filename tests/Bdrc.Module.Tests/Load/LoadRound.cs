namespace Bdrc.Module.Tests.Load;

/// <summary>Many runspaces that call as two accounts at once while things go wrong, and what came of it.</summary>
/// <param name="First">Right answers to the first account.</param>
/// <param name="Second">Right answers to the second account.</param>
/// <param name="Mixed">Answers that belong to another call or another account.</param>
/// <param name="Faults">Faults that calls met.</param>
/// <param name="Requests">Requests that arrived, repeats included.</param>
internal sealed record LoadRound(int First, int Second, int Mixed, int Faults, int Requests)
{
    public const int Runspaces = 64;

    public const int CallsEach = 200;

    /// <summary>As many as the budget for repeats allows in one burst.</summary>
    public const int FaultsEach = 18;

    /// <summary>Calls of one account.</summary>
    public const int CallsOfAccount = Runspaces * CallsEach / 2;

    public int Lost => Math.Max(0, CallsOfAccount - First) + Math.Max(0, CallsOfAccount - Second) - Mixed;

    public int Doubled => Math.Max(0, First - CallsOfAccount) + Math.Max(0, Second - CallsOfAccount);

    /// <summary>Requests beyond one for each call and one for each fault.</summary>
    public int Unexplained => Math.Max(0, Requests - (2 * CallsOfAccount) - Faults);

    /// <summary>The line that connects to both and keeps their contexts and tasks; run once in the session.</summary>
    public static string Prepare(LoadAccount first, LoadAccount second) =>
        $"{first.Connect} $first = Get-BdrcContext; $firstIds = (Get-BdrcTask).TaskId; {second.Connect} $second = Get-BdrcContext; $secondIds = (Get-BdrcTask).TaskId";

    /// <summary>Runs one round.</summary>
    /// <param name="run">Runs a script in the prepared session, and gives its output as text.</param>
    /// <param name="modulePath">The module's manifest.</param>
    /// <param name="first">One account.</param>
    /// <param name="second">The other.</param>
    public static LoadRound Run(Func<string, IReadOnlyList<string>> run, string modulePath, LoadAccount first, LoadAccount second)
    {
        var requests = first.Sandbox.RequestCount + second.Sandbox.RequestCount;
        first.Disturb(FaultsEach);
        second.Disturb(FaultsEach);
        var results = run($$"""
            1..{{Runspaces}} | ForEach-Object -ThrottleLimit {{Runspaces}} -Parallel {
                Import-Module '{{modulePath}}'
                if ($_ % 2) { $context = $using:first; $ids = $using:firstIds } else { $context = $using:second; $ids = $using:secondIds }
                for ($i = 0; $i -lt {{CallsEach}}; $i++) {
                    $id = $ids[($i + $_) % $ids.Count]
                    "$($_ % 2) $($id -ceq (Get-BdrcTask $id -Context $context).TaskId)"
                }
            }
            """);
        var right = results.GroupBy(result => result, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var (ofFirst, ofSecond) = (right.GetValueOrDefault("1 True"), right.GetValueOrDefault("0 True"));
        return new LoadRound(
            ofFirst,
            ofSecond,
            results.Count - ofFirst - ofSecond,
            (2 * FaultsEach) - first.Sandbox.Faults.Pending - second.Sandbox.Faults.Pending,
            first.Sandbox.RequestCount + second.Sandbox.RequestCount - requests);
    }
}
