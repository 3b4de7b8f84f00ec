namespace Bdrc.Module.Tests.Secrets;

/// <summary>Tests that change where the process looks for credentials; none runs beside them.</summary>
[CollectionDefinition(nameof(AloneWithTheSurroundings), DisableParallelization = true)]
public sealed class AloneWithTheSurroundings;
