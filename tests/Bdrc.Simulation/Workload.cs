using System.Globalization;
using Bdrc.Sandbox.Tasks;

namespace Bdrc.Simulation;

/// <summary>
/// Tasks with realistic durations: log-normal around four minutes, from 20 s to half an hour, all started less than 20 s
/// before the wait.
/// </summary>
internal static class Workload
{
    private const double MedianSeconds = 240;
    private const double Spread = 0.6;

    public static IReadOnlyList<SimulatedTask> Create(int count, DateTimeOffset now, int seed)
    {
#pragma warning disable CA5394 // A simulation needs the same numbers in each run.
        var random = new Random(seed);
        var tasks = new List<SimulatedTask>(count);
        for (var i = 0; i < count; i++)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var seconds = Math.Clamp(MedianSeconds * Math.Exp(Spread * normal), 20, 1800);
            var age = count == 1 ? 0 : Math.Min(20, seconds / 2) * random.NextDouble();
            var model = new SandboxTask
            {
                Index = i,
                TaskId = string.Create(CultureInfo.InvariantCulture, $"t-{seed:x4}{i:x8}"),
                RequestId = "00000000-0000-0000-0000-000000000000",
                Definition = new TaskDefinition(TaskTypes.CheckRules, "{}"),
                CreatedTime = now - TimeSpan.FromSeconds(age),
                Duration = TimeSpan.FromSeconds(seconds),
                Fails = random.NextDouble() < 0.02,
            };
            tasks.Add(new SimulatedTask(model, 0.7 + (0.7 * random.NextDouble())));
        }
#pragma warning restore CA5394

        return tasks;
    }
}

/// <summary>A task whose progress is not linear, because real work speeds up or slows down.</summary>
/// <param name="model">When it starts and ends.</param>
/// <param name="shape">1 for linear progress. Lower values start fast, higher values start slowly.</param>
internal sealed class SimulatedTask(SandboxTask model, double shape)
{
    public SandboxTask Model => model;

    public int Progress(DateTimeOffset now) =>
        model.IsFinished(now) ? 10_000 : (int)Math.Min(9_999, 10_000 * Math.Pow(model.Progress(now) / 10_000.0, shape));
}
