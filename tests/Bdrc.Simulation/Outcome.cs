namespace Bdrc.Simulation;

/// <summary>What a way to wait came to.</summary>
/// <param name="Requests">Requests made, the mean over the runs.</param>
/// <param name="PeakRate">Most requests of one operation in any second.</param>
/// <param name="MeanDelay">Mean time between a task's end and its report, in seconds.</param>
/// <param name="WorstDelay">The longest such time, in seconds.</param>
/// <param name="Refused">Requests refused for their number.</param>
internal sealed record Outcome(double Requests, int PeakRate, double MeanDelay, double WorstDelay, int Refused);
