namespace Bdrc.Module.Tests.Input;

/// <summary>
/// The values that each parameter accepts, by "-Name" or, where commands differ, "Command -Name". A new parameter needs a row.
/// </summary>
internal static class InputTable
{
    private static readonly InputForm[] Choices = [InputForms.NothingInList, InputForms.Unfit];
    private static readonly InputForm[] Choice = [InputForms.Nothing, InputForms.Unfit];

    private static readonly Dictionary<string, InputForm[]> Rows = new(StringComparer.Ordinal)
    {
        ["-Context"] = [InputForms.Context],
        ["-Region"] = [InputForms.RegionId, InputForms.WrongRegion],
        ["-ProfileName"] = [InputForms.Profile, InputForms.Unfit],

        ["-ResourceArn"] = [InputForms.Identity("ResourceArn"), InputForms.Blank],
        ["-RuleId"] = [InputForms.OneIdentity("RuleId"), InputForms.Blank],
        ["-TaskId"] = [InputForms.Identity("TaskId"), InputForms.Blank],
        ["Get-BdrcTask -TaskId"] =
            [new InputForm("Specify the TaskId as text", "$null", "@()", "@{ Other = 1 }"), InputForms.Blank, new InputForm(
                "Specify an id as returned by the service", "''")],
        ["Get-BdrcProtectionPolicyApplication -TaskId"] = [InputForms.Blank, new InputForm(
            "Specify an id as returned by the service", "@{ a = 1 }")],
        ["-MessageId"] = [InputForms.Identity("MessageId"), InputForms.Blank],
        ["-TargetId"] = [InputForms.Identity("TargetId"), InputForms.Blank],
        ["-ResourceCategoryId"] = [InputForms.OneIdentity("ResourceCategoryId"), InputForms.Blank],
        ["Get-BdrcResourceCategory -ResourceCategoryId"] = [InputForms.Identity("ResourceCategoryId"), InputForms.Blank],
        ["Set-BdrcResourceCategory -ResourceCategoryId"] = [InputForms.Identity("ResourceCategoryId"), InputForms.Blank],
        ["Remove-BdrcResourceCategory -ResourceCategoryId"] = [InputForms.Identity("ResourceCategoryId"), InputForms.Blank],
        ["New-BdrcProtectionPolicy -ResourceCategoryId"] = [InputForms.Identity("ResourceCategoryId"), InputForms.Blank],
        ["Set-BdrcProtectionPolicy -ResourceCategoryId"] = [new InputForm(
            "Specify the ResourceCategoryId as text", "''", "$null", "@{ Other = 1 }"), InputForms.Blank],
        ["-ProtectionPolicyId"] = [InputForms.Identity("ProtectionPolicyId"), InputForms.Blank],
        ["Get-BdrcProtectionPolicyApplication -ProtectionPolicyId"] = [InputForms.OneIdentity("ProtectionPolicyId"), InputForms.Blank],
        ["-ProductType"] = [InputForms.Identity("ProductType"), InputForms.Blank],
        ["Get-BdrcProduct -ProductType"] = [new InputForm("Specify the ProductType as text", "@()", "@{ Other = 1 }"), InputForms.Blank],
        ["-ResourceId"] = [InputForms.Id],
        ["-AutoSnapshotPolicyId"] = [InputForms.Id, new InputForm("Specify an id as returned by the service", "@()", "('a', '')")],
        ["-FailedRuleTemplate"] = [InputForms.Id],
        ["-ResourceOwnerId"] = [InputForms.OwnerId, new InputForm("Specify a whole number, 1 or greater", "@()", "(1, 0)", "(1, 'text')")],
        ["-OwnerId"] = [InputForms.OwnerId],

        ["-Name"] = [InputForms.Name],
        ["-ResourceRegionId"] = [InputForms.RegionId, InputForms.Unfit],
        ["-ProtectionPolicyRegionId"] = [InputForms.RegionId, InputForms.Unfit],
        ["-ResourceType"] = Choice,
        ["-StorageClass"] = Choice,
        ["-DataRedundancyType"] = Choice,
        ["-SortBy"] = Choice,
        ["-SortOrder"] = Choice,
        ["-Status"] = Choices,
        ["-ApplyStatus"] = Choices,
        ["-Type"] = Choice,
        ["-Level"] = Choice,
        ["-SubProtectionPolicyType"] = Choice,
        ["-ManagementMode"] = Choice,
        ["-TargetType"] = [InputForms.OneIdentity("TargetType"), InputForms.Blank],
        ["Get-BdrcCrossAccount -TargetType"] = Choice,

        ["-LaterThan"] = [InputForms.Time],
        ["-EarlierThan"] = [InputForms.Time],
        ["-Timeout"] = [InputForms.Duration("0", "2592000", "-1", "2592001")],
        ["-PollInterval"] = [InputForms.Duration("0.01", "3600", "0", "3601")],
        ["-RequestTimeout"] = [InputForms.Duration("1", "3600", "0", "3601")],
        ["-TaskDuration"] = [InputForms.Duration("0", "86400", "-1", "86401")],

        ["-PageSize"] = [InputForms.Range(1, 100)],
        ["Get-BdrcResource -PageSize"] = [InputForms.Range(10, 100)],
        ["Get-BdrcRule -PageSize"] = [InputForms.Range(1, 50)],
        ["Get-BdrcTask -PageSize"] = [InputForms.Range(10, 500)],
        ["-Resources"] = [InputForms.Range(0, 1000000)],
        ["-FinishedTasks"] = [InputForms.Range(0, 1000000)],
        ["-MaxRetry"] = [InputForms.Range(0, 10)],
        ["-DurationSeconds"] = [InputForms.Range(900, 43200)],

        ["-Tag"] = [InputForms.Tags],
        ["-TagNot"] = [InputForms.Tags],
        ["-HasTag"] = [InputForms.TagKey],
        ["-ResourceMatcher"] = [
            new InputForm("Specify JSON text: an object with type, operator and key or values", "''", "$null", "' '", "@{ type = 'TAG' }"),
            new InputForm("not valid JSON: the error is at line 1, position 2", "'{'"),
            new InputForm("A condition is an object with type, operator and key or values", "'[]'")],
        ["-TagResourceMatcher"] = [
            new InputForm(
                "Specify JSON text: an array of conditions with Key, Operator and Values", "''", "$null", "' '", "@{ Key = 'env' }"),
            new InputForm("not valid JSON: the error is at line 1, position 2", "'['"),
            new InputForm("not an array of conditions with Key, Operator and Values", "'{}'"),
            new InputForm("item 1 is not a condition with Key, Operator and Values", "'[1]'")],
        ["-SubProtectionPolicy"] = [
            new InputForm("an object or hashtable with SubProtectionPolicyType and Config, or JSON text", "7", "$null", "@()"),
            new InputForm("is empty. Specify JSON text", "''"),
            new InputForm("not valid JSON: the error is at line 1, position 2", "'{'"),
            new InputForm("without a SubProtectionPolicyType, for example ECS_AUTO_SNAPSHOT_POLICY", "'[{}]'", "@{ Config = 'x' }"),
            new InputForm("A sub-policy has SubProtectionPolicyType and Config", "@{ SubProtectionPolicyType = 'T'; Other = 1 }")],
        ["-ClientToken"] = [new InputForm(
            "Specify 1 to 64 ASCII characters without spaces", "''", "$null", "' '", "'é'", "\"a`n\"", "('x' * 65)")],

        ["-Path"] = [
            new InputForm("Specify a path as documented for the API, such as /api/v1/tasks", "''", "$null", "' '"),
            new InputForm("Specify it as documented for the API, for example /api/v1/tasks", "'api'"),
            new InputForm("Specify the query with -Query @{ name = 'value' }", "'/a?b=1'"),
            new InputForm("Specify an id as returned by the service", "'/api/../x'", "'/api//x'")],
        ["-Method"] = [
            new InputForm("Specify GET, POST, PUT, PATCH, DELETE or HEAD", "''", "$null", "' '"),
            new InputForm("Specify GET, POST, PUT, PATCH, DELETE or HEAD", "'FETCH'")],
        ["-Action"] = [new InputForm(
            "Specify an operation name of 1 to 128 letters and digits, such as DescribeTasks", "''", "$null", "' '", "'a b'", "\"Abc`n\"")],
        ["-Query"] = [InputForms.Fields],
        ["-Form"] = [InputForms.Fields],

        ["-Endpoint"] = [
            new InputForm(
                "Specify host[:port] or https://host[:port], without a path, query or user name",
                "''",
                "$null",
                "' '",
                "'a/b'",
                "'https://u:p@host'",
                "'ftp://host'"),
            new InputForm("http is allowed only for this machine (127.0.0.1, ::1, localhost)", "'http://bdrc.example.com'")],
        ["-Proxy"] = [
            new InputForm(
                "Specify the URL of an HTTP proxy, such as http://proxy.example.com:8080",
                "''",
                "$null",
                "'proxy'",
                "'proxy:8080'",
                "'ftp://proxy'",
                "7"),
            new InputForm("SOCKS proxies are not supported", "socks5://proxy:1080", "socks4://proxy")],
        ["-ProxyCredential"] = [new InputForm("Specify a credential with a user name and a password", "([pscredential]::Empty)")],
        ["-Credential"] = [new InputForm("Specify a credential with a user name and a password", "([pscredential]::Empty)")],
        ["-AccessKeyId"] = [
            new InputForm("Specify the access key id, or omit both -AccessKeyId and -AccessKeySecret", "''", "$null", "' '"),
            new InputForm("Keys and tokens never do. Copy the value again", "\"LTAI`n\" -AccessKeySecret x")],
        ["-AccessKeySecret"] = [
            InputForms.Secret,
            new InputForm("Specify text of at most 65536 characters, or a SecureString", "$null", "('x' * 65537)"),
            new InputForm("-AccessKeyId is specified but -AccessKeySecret is empty. Specify both or neither", "'' -AccessKeyId LTAI"),
            new InputForm("Keys and tokens never do. Copy the value again", "'a b' -AccessKeyId LTAI")],
        ["-SecurityToken"] = [InputForms.Secret],
        ["-RoleArn"] = [new InputForm(
            "Specify the ARN of a RAM role, such as acs:ram::1234567890123456:role/backup",
            "''",
            "$null",
            "'backup'",
            "'acs:ram::1:oidc-provider/x'",
            "'acs:ram::1:role/'",
            "'acs:ram::1:role/a b'")],
        ["-RoleSessionName"] = [new InputForm(
            "Specify 2 to 64 characters: letters, digits, '.', '@', '_' and '-'", "''", "$null", "'a'", "'a b'", "('x' * 65)", "\"ab`n\"")],
        ["-ExternalId"] = [new InputForm(
            "Specify 2 to 1224 characters: letters, digits, '=', ',', '.', '@', ':', '/', '+', '-' and '_'", "''", "$null", "'a'",
            "'a b'")],
        ["-Policy"] = [new InputForm(
            "Specify a RAM policy: a JSON object of at most 2048 characters",
            "''",
            "$null",
            "'{'",
            "'[]'",
            "('{\"a\":\"' + 'x' * 2048 + '\"}')")],
        ["-OidcProviderArn"] = [new InputForm(
            "Specify the ARN of an OIDC provider, such as acs:ram::1234567890123456:oidc-provider/github",
            "''",
            "$null",
            "'github'",
            "'acs:ram::1:role/x'")],
        ["-OidcTokenFile"] = [new InputForm("Specify the path of a file", "''", "$null", "' '", "@{ a = 1 }")],
        ["-EcsRamRole"] = [new InputForm(
            "Specify the name of the instance's RAM role, or '' for the attached role", "$null", "' '", "'a/b'", "'a b'")],
        ["-CredentialsUri"] = [
            new InputForm(
                "Specify an https URL, or an http URL with a loopback or link-local address, without a user name", "''", "$null", "' '"),
            new InputForm(
                "Specify an https URL, or an http URL with a loopback or link-local address, without a user name",
                "'text'",
                "'http://example.com/x'",
                "'https://u:p@example.com'")],
        ["-ServiceConnectionId"] = [new InputForm("Specify the id of a service connection", "''", "$null", "' '", "@{ a = 1 }")],

        // PowerShell converts these and writes the error.
        ["-First"] = [new InputForm("type \"System.UInt64\"", "-1", "'text'")],
        ["-Skip"] = [new InputForm("type \"System.UInt64\"", "-1", "'text'")],
    };

    public static IEnumerable<string> Keys => Rows.Keys;

    /// <summary>The key of a parameter's row: that of its command, else that of all commands; null when there is none.</summary>
    public static string? KeyOf(string command, string parameter) =>
        new[] { $"{command} -{parameter}", "-" + parameter }.FirstOrDefault(Rows.ContainsKey);

    public static IReadOnlyList<InputForm> Of(string key) => Rows[key];
}
