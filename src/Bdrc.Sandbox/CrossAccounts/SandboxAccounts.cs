namespace Bdrc.Sandbox.CrossAccounts;

/// <summary>
/// The accounts of the sandbox. The calling account is the delegated administrator of a resource directory:
/// <code>
/// rd-sandbox01
///   fd-production: 1580000000000002, 1580000000000003
///   fd-testing:    1580000000000004
///   1580000000000005
/// </code>
/// </summary>
public static class SandboxAccounts
{
    /// <summary>The calling account.</summary>
    public const long AccountId = 1580000000000001;

    /// <summary>The resource directory.</summary>
    public const string ResourceDirectoryId = "rd-sandbox01";

    /// <summary>A folder with two accounts.</summary>
    public const string ProductionFolderId = "fd-production";

    /// <summary>A folder with one account.</summary>
    public const string TestingFolderId = "fd-testing";

    /// <summary>A member account in <see cref="ProductionFolderId"/>.</summary>
    public const long ProductionAccountId = 1580000000000002;

    /// <summary>Another member account in <see cref="ProductionFolderId"/>.</summary>
    public const long ReportingAccountId = 1580000000000003;

    /// <summary>The member account in <see cref="TestingFolderId"/>.</summary>
    public const long TestingAccountId = 1580000000000004;

    /// <summary>A member account without a folder.</summary>
    public const long LooseAccountId = 1580000000000005;
}
