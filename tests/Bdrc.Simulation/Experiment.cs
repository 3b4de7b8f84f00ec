using Bdrc.Core.Contexts;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Signing;

namespace Bdrc.Simulation;

/// <summary>One wait for a number of tasks, on its own clock.</summary>
internal sealed class Experiment : IDisposable
{
    private readonly VirtualTime _time = new();
    private readonly IReadOnlyList<SimulatedTask> _tasks;
    private readonly SimulatedService _service;
    private readonly BdrcContext _context;
    private readonly Dictionary<string, double> _delays = new(StringComparer.Ordinal);

    private Experiment(int count, int seed)
    {
        _tasks = Workload.Create(count, _time.GetUtcNow(), seed);
        _service = new SimulatedService(_time, _tasks);
#pragma warning disable CA5394 // A simulation needs the same numbers in each run.
        var jitter = new Random(seed);
        var provider = new StaticCredentialProvider("simulation", new AccessCredentials("LTAI5tSimulation0001", "none", null));
        var state = new ContextState(provider)
        {
            Route = NetworkRoute.Into(_service),
            TimeProvider = _time,
            Jitter = jitter.NextDouble,
            EndpointIsFixed = true,
        };
#pragma warning restore CA5394

        // The published quota applies to a host of the platform. The transport keeps every request in the process.
        _context = ContextFactory.Build(
            "cn-shanghai", new Uri("https://bdrc.cn-shanghai.aliyuncs.com"), "LTAI5tSimulation0001", state, isSandbox: true);
    }

    /// <summary>Runs a way to wait on several workloads, because one task is not representative.</summary>
    public static async Task<Outcome> RunAsync(int count, int runs, Func<WaitingWay, Task> way)
    {
        double requests = 0;
        var (peak, refused) = (0, 0);
        var delays = new List<double>();
        for (var seed = 1; seed <= runs; seed++)
        {
            using var experiment = new Experiment(count, seed);
            await experiment._time.RunAsync(experiment.WaitAsync(way)).ConfigureAwait(false);
            if (experiment._delays.Count != count)
                throw new InvalidOperationException("Not every task was reported.");
            requests += experiment._service.Requests;
            peak = Math.Max(peak, experiment._service.PeakRate);
            refused += experiment._service.Refused;
            delays.AddRange(experiment._delays.Values);
        }

        return new Outcome(requests / runs, peak, delays.Average(), delays.Max(), refused);
    }

    public void Dispose() => _service.Dispose();

    private async Task<bool> WaitAsync(Func<WaitingWay, Task> way)
    {
        var ends = _tasks.ToDictionary(task => task.Model.TaskId, task => task.Model.EndTime, StringComparer.Ordinal);
        void Record(BdrcTask task) => _delays.Add(task.TaskId, (_time.GetUtcNow() - ends[task.TaskId]).TotalSeconds);
        await way(new WaitingWay(_context, _time, [.. ends.Keys], Record)).ConfigureAwait(false);
        return true;
    }
}

/// <summary>The result of a way to wait.</summary>
/// <param name="Requests">Number of requests, the mean of the runs.</param>
/// <param name="PeakRate">Most requests of one operation in any second.</param>
/// <param name="MeanDelay">Mean time between a task's end and its report, in seconds.</param>
/// <param name="WorstDelay">The longest such time, in seconds.</param>
/// <param name="Refused">Requests that the quota refused.</param>
internal sealed record Outcome(double Requests, int PeakRate, double MeanDelay, double WorstDelay, int Refused);
