using Bdrc.Sandbox.Inventory;

namespace Bdrc.Sandbox.Policies;

/// <summary>What an application did with one measure on one resource.</summary>
/// <param name="Position">Its place among the records of the application.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Outcome">What became of it.</param>
internal readonly record struct ApplyRecord(long Position, Resource Resource, SubProtectionPolicy Measure, ApplyOutcome Outcome);
