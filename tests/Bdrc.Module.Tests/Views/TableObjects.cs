namespace Bdrc.Module.Tests.Views;

/// <summary>A script for one object of each type that has a view, with values as wide as the service's.</summary>
internal static class TableObjects
{
    // A time without a zone is local, and tables show local time: the text is the same in every zone.
    private const string Time = "[DateTime]'2026-11-24 08:30:00'";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["BdrcTask"] = $$"""
            [Bdrc.BdrcTask]@{
                TaskId = 't-bp1ewftyzmeg3bl4dtd2'
                TaskType = 'UPDATE_RESOURCES'
                TaskStatus = 'FAILED'
                Progress = 3333
                StartTime = {{Time}}
                CompleteTime = [DateTime]'2026-11-24 09:31:05'
                ErrorMessage = 'The resource is gone.'
            }
            """,
        ["BdrcTaskHandle"] = """
            [Bdrc.BdrcTaskHandle]@{
                TaskId = 't-bp1ewftyzmeg3bl4dtd2'
                Operation = 'PrecheckResourceCount'
                RequestId = '86DEBAC9-AB6A-59AB-9E5C-A540E579ECC9'
            }
            """,
        ["BdrcService"] = $$"""
            [Bdrc.BdrcService]@{
                ServiceStatus = 'OPENED'
                ServiceInitializeStatus = 'SUCCESS'
                OpenTime = {{Time}}
                ProtectionScoreUpdatedTime = {{Time}}
            }
            """,
        ["BdrcContext"] = "Connect-Bdrc -Sandbox -Region ap-southeast-1",
        ["BdrcIdentity"] = """
            [Bdrc.BdrcIdentity]::new(
                '1580000000000001', 'acs:ram::1580000000000001:assumed-role/bdrc/job', 'AssumedRoleUser', '2')
            """,
        ["BdrcRegion"] = "[Bdrc.BdrcRegion]@{ RegionId = 'cn-shanghai-finance-1'; LocalName = 'China East 2 Finance' }",
        ["BdrcResource"] = $$"""
            [Bdrc.BdrcResource]@{
                ResourceId = 'i-bp1ewftyzmeg3bl4dtd2'
                ResourceType = 'ACS::NAS::FileSystem'
                ProtectionScore = 100
                RiskCount = 12
                RegionId = 'ap-southeast-1'
                EnableCheck = $true
                ResourceName = 'production-database-1'
                Status = 'Running'
            }
            """,
        ["BdrcResourceCount"] = "[Bdrc.BdrcResourceCount]@{ ResourceType = 'ACS::ECS::Instance'; Count = 123456 }",
        ["BdrcProduct"] = $$"""
            [Bdrc.BdrcProduct]@{
                ProductType = 'oss'
                EnableCheck = $false
                ProtectionScore = 7
                TotalResourceCount = 123456
                RiskyResourceCount = 12345
                RiskCount = 54321
                CheckFailedCount = 3
                WaitForCheckResourceCount = 4
                ProtectionScoreUpdatedTime = {{Time}}
            }
            """,
        ["BdrcScoreBand"] = "[Bdrc.BdrcScoreBand]@{ Range = [Bdrc.BdrcScoreRange]@{ From = 0; To = 60 }; Count = 5 }",
        ["BdrcDataRedundancyStatistic"] = """
            [Bdrc.BdrcDataRedundancyStatistic]@{
                StorageClass = 'COLD_ARCHIVE'
                DataRedundancyType = 'LRS'
                ResourceCount = 17
            }
            """,
        ["BdrcRule"] = $$"""
            [Bdrc.BdrcRule]@{
                RuleId = 'rule-bp11ggd8wr762bl4dtd2'
                RuleTemplate = 'ecs-auto-snapshot-policy'
                CheckStatus = 'CHECK_FAILED'
                ResourceType = 'ACS::NAS::FileSystem'
                TotalResourceCount = 123456
                RiskyResourceCount = 12345
                CheckTime = {{Time}}
            }
            """,
        ["BdrcCheckDetail"] = $$"""
            [Bdrc.BdrcCheckDetail]@{
                ResourceId = 'i-bp1ewftyzmeg3bl4dtd2'
                RuleTemplate = 'ecs-auto-snapshot-policy'
                CheckStatus = 'NOT_CHECKED'
                CheckTime = {{Time}}
                Detail = '{"hbrBackupPlans":[]}'
            }
            """,
        ["BdrcResourceCategory"] = """
            [Bdrc.BdrcResourceCategory]@{
                ResourceCategoryId = 'rc-bp1ewftyzmeg3bl4dtd2'
                ResourceCategoryName = 'Production'
                ResourceCategoryType = 'DEFAULT'
                ResourceType = 'ACS::NAS::FileSystem'
                ResourceCount = [Bdrc.BdrcResourceCount[]]@([Bdrc.BdrcResourceCount]@{ Count = 5 }, [Bdrc.BdrcResourceCount]@{ Count = 7 })
                ResourceMatcher = '{"type":"BOOL"}'
            }
            """,
        ["BdrcProtectionPolicy"] = $$"""
            [Bdrc.BdrcProtectionPolicy]@{
                ProtectionPolicyId = 'p-bp1ewftyzmeg3bl4dtd2'
                ProtectionPolicyName = 'Daily'
                ProtectionPolicyRegionId = 'cn-hangzhou'
                BoundResourceCategoryIds = [string[]]('rc-1', 'rc-2')
                SubProtectionPolicies = [Bdrc.BdrcSubProtectionPolicy[]]@([Bdrc.BdrcSubProtectionPolicy]::new())
                LatestApplyTime = {{Time}}
                LatestTaskId = 't-bp1ewftyz'
            }
            """,
        ["BdrcSubProtectionPolicy"] = """
            [Bdrc.BdrcSubProtectionPolicy]@{
                SubProtectionPolicyType = 'ECS_AUTO_SNAPSHOT_POLICY'
                Config = '{"autoSnapshotPolicyId":"sp-1"}'
            }
            """,
        ["BdrcProtectionPolicyApplication"] = $$"""
            [Bdrc.BdrcProtectionPolicyApplication]@{
                ResourceId = 'i-bp1ewftyzmeg3bl4dtd2'
                ApplyStatus = 'SKIPPED'
                SubProtectionPolicyType = 'ECS_AUTO_SNAPSHOT_POLICY'
                ApplyTime = {{Time}}
                ApplyDetail = '{"errorCode":"Gone"}'
            }
            """,
        ["BdrcMessage"] = $$"""
            [Bdrc.BdrcMessage]@{
                MessageId = 'zgrjap8j-us04-owef-fpmo-kdpr80pbss0k'
                MessageTime = {{Time}}
                MessageLevel = 'WARNING'
                MessageType = 'SUB_PROTECTION_POLICY_MODIFIED'
                MessageName = 'Policy changed'
            }
            """,
        ["BdrcCrossAccount"] = $$"""
            [Bdrc.BdrcCrossAccount]@{
                TargetId = '1580000000000001'
                TargetType = 'RESOURCE_DIRECTORY'
                ManagementMode = 'MANUAL'
                ParentTargetId = 'fd-bp1ewftyzm'
                CreatedTime = {{Time}}
            }
            """,
    };
}
