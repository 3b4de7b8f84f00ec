using Bdrc.Sandbox.Tasks;

namespace Bdrc.Simulation;

/// <summary>A task of the sandbox's model whose progress is not as even as a sandbox's: real work speeds up or slows down.</summary>
/// <param name="model">When it starts and ends.</param>
/// <param name="shape">1 for even progress; below it starts fast, above it slow.</param>
internal sealed class SimulatedTask(SandboxTask model, double shape)
{
    public SandboxTask Model => model;

    public int Progress(DateTimeOffset now) =>
        model.IsFinished(now) ? 10_000 : (int)Math.Min(9_999, 10_000 * Math.Pow(model.Progress(now) / 10_000.0, shape));
}
