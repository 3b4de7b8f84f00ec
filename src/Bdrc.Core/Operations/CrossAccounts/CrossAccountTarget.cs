namespace Bdrc.Core.Operations.CrossAccounts;

/// <summary>What is brought under management or released. Source: UpdateCrossAccounts.</summary>
/// <param name="TargetId">An account UID, a folder id or a resource directory id.</param>
/// <param name="TargetType"><c>ACCOUNT</c>, <c>FOLDER</c> or <c>RESOURCE_DIRECTORY</c>.</param>
public sealed record CrossAccountTarget(string TargetId, string TargetType);
