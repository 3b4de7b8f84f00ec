namespace Bdrc.Sandbox.World;

/// <summary>What a random number is for: numbers of one stream say nothing about another.</summary>
internal enum RandomStream
{
    RequestId = 1,
    TaskId,
    TaskRequestId,
    TaskFailure,
    ResourceId,
    ResourceTraits,
    ResourceSizes,
    ResourceTags,
    CheckOutcome,
    RuleId,
    CategoryId,
    PolicyId,
    PolicyOutcome,
    MessageId,
    BackupPlanId,
    PageToken,
    SessionKeyId,
    SessionSecret,
    SessionToken,
    IdToken,
    MetadataToken,
    LoginToken,
    RoleId,
}
