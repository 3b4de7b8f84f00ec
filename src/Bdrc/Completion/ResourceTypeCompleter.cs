namespace Bdrc.Completion;

/// <summary>Types of resources.</summary>
public sealed class ResourceTypeCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Values => ["ACS::ECS::Instance", "ACS::OSS::Bucket", "ACS::NAS::FileSystem", "ACS::OTS::Instance"];
}
