using Bdrc.Sandbox.Identity.IdTokens;
using Bdrc.Sandbox.Inventory;
using Bdrc.Sandbox.Paging;

namespace Bdrc.Sandbox.State;

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
