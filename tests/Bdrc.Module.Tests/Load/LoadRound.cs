namespace Bdrc.Module.Tests.Load;

/// <summary>The result of one round: many runspaces call two accounts in parallel while the sandbox injects faults.</summary>
/// <param name="Lost">Calls without output.</param>
/// <param name="Doubled">Tasks beyond one for each call, and calls that ran more than once.</param>
/// <param name="Mixed">Tasks that were requested by another call or belong to another account.</param>
/// <param name="Faults">Faults that calls met.</param>
/// <param name="Requests">Requests that arrived, retries included.</param>
internal sealed record LoadRound(int Lost, int Doubled, int Mixed, int Faults, int Requests)
{
    public const int Runspaces = 64;

    public const int CallsEach = 200;

    /// <summary>The number of faults for each account, which the retry budget allows in one burst.</summary>
    public const int FaultsEach = 18;

    /// <summary>Calls to each account.</summary>
    public const int CallsOfAccount = Runspaces * CallsEach / 2;

    /// <summary>Requests beyond one for each call and one for each fault.</summary>
    public int Unexplained => Requests - (2 * CallsOfAccount) - Faults;

    /// <summary>Returns the line that connects to both accounts and stores their contexts and tasks; run once in the session.</summary>
    public static string Prepare(LoadAccount first, LoadAccount second) =>
        $"{first.Connect} $first = Get-BdrcContext; $firstIds = (Get-BdrcTask).TaskId; " +
        $"{second.Connect} $second = Get-BdrcContext; $secondIds = (Get-BdrcTask).TaskId";

    /// <summary>Runs one round.</summary>
    /// <param name="run">Runs a script in the prepared session and returns its output as text.</param>
    /// <param name="modulePath">The module's manifest.</param>
    /// <param name="first">The account that odd runspaces call.</param>
    /// <param name="second">The account that even runspaces call.</param>
    public static LoadRound Run(Func<string, IReadOnlyList<string>> run, string modulePath, LoadAccount first, LoadAccount second)
    {
        var requests = first.Sandbox.RequestCount + second.Sandbox.RequestCount;
        first.AddFaults(FaultsEach);
        second.AddFaults(FaultsEach);
        var output = run($$"""
            1..{{Runspaces}} | ForEach-Object -ThrottleLimit {{Runspaces}} -Parallel {
                Import-Module '{{modulePath}}'
                if ($_ % 2) { $context = $using:first; $ids = $using:firstIds } else { $context = $using:second; $ids = $using:secondIds }
                for ($i = 0; $i -lt {{CallsEach}}; $i++) {
                    $id = $ids[($i + $_) % $ids.Count]
                    "$_/$i $id $((Get-BdrcTask $id -Context $context).TaskId)"
                }
            }
            """);
        var (lost, doubled, mixed) = Count(output, Runspaces * CallsEach);
        return new LoadRound(
            lost,
            doubled,
            mixed,
            (2 * FaultsEach) - first.Sandbox.Faults.Pending - second.Sandbox.Faults.Pending,
            first.Sandbox.RequestCount + second.Sandbox.RequestCount - requests);
    }

    /// <summary>Compares what each call requested with what it returned.</summary>
    /// <param name="output">A line for each call: its number, the requested task id, and the ids of the returned tasks.</param>
    /// <param name="calls">The number of calls.</param>
    public static (int Lost, int Doubled, int Mixed) Count(IReadOnlyList<string> output, int calls)
    {
        var (lost, doubled, mixed) = (0, 0, 0);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in output)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (!seen.Add(words[0]))
                doubled++;
            if (words.Length == 2)
                lost++;
            doubled += Math.Max(0, words.Length - 3);
            mixed += words[2..].Count(id => !string.Equals(id, words[1], StringComparison.Ordinal));
        }

        return (lost + calls - seen.Count, doubled, mixed);
    }
}
