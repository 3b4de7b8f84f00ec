using System.Globalization;
using System.Text;

namespace Bdrc.Benchmarks.Responses;

/// <summary>Responses like those of the service, built once: serving them costs next to nothing.</summary>
internal sealed class CannedResponses
{
    /// <summary>The number of items in a list.</summary>
    public const int ListLength = 100_000;

    private readonly byte[] _task = Encoding.UTF8.GetBytes($$"""{"Data":{{Task(1)}},"RequestId":"14DFF801-A4E3-5136-AAB8-7D246012CD7A"}""");

    private readonly Dictionary<(bool Resources, int Size), (byte[] Head, byte[] Tail)> _pages = [];

    public byte[] OneTask => _task;

    /// <summary>The page that starts at an item.</summary>
    public byte[] Page(bool resources, int size, int start)
    {
        var next = start + size < ListLength ? (start + size).ToString(CultureInfo.InvariantCulture) : string.Empty;
        var (head, tail) = PageOf(resources, size);
        return [.. head, .. Encoding.UTF8.GetBytes(next), .. tail];
    }

    private (byte[] Head, byte[] Tail) PageOf(bool resources, int size)
    {
        lock (_pages)
        {
            if (!_pages.TryGetValue((resources, size), out var page))
            {
                var items = string.Join(',', Enumerable.Range(1, size).Select<int, string>(resources ? Resource : Task));
                page = (
                    Encoding.UTF8.GetBytes($$"""{"Data":{"Content":[{{items}}],"MaxResults":{{size}},"NextToken":" """.TrimEnd()),
                    Encoding.UTF8.GetBytes("\"},\"RequestId\":\"14DFF801-A4E3-5136-AAB8-7D246012CD7A\"}"));
                _pages.Add((resources, size), page);
            }

            return page;
        }
    }

    private static string Task(int number) => WithoutLineBreaks(
        $$"""
        {"TaskId":"t-{{number:D20}}","TaskName":"","TaskDescription":"","TaskType":"UPDATE_RESOURCES","TaskPriority":"HIGH",
        "RequestId":"784076D6-BD6D-5564-9CEA-834EB11F0C62",
        "TaskDetail":"{\"resourceTypes\":[\"ACS::ECS::Instance\",\"ACS::OSS::Bucket\",\"ACS::OTS::Instance\",\"ACS::NAS::FileSystem\"]}",
        "ExecutionId":"","Progress":10000,"TaskStatus":"COMPLETE","ErrorMessage":"",
        "StartTime":1724983927,"CompleteTime":1724983987,"ExpireTime":1724990327}
        """);

    private static string Resource(int number) => WithoutLineBreaks(
        $$"""
        {"ResourceArn":"acs:ecs:cn-shanghai:1234567890123456:instance/i-{{number:D20}}","ResourceId":"i-{{number:D20}}",
        "ResourceName":"web-{{number}}","ResourceType":"ACS::ECS::Instance","ProductType":"ecs","ResourceOwnerId":1234567890123456,
        "RegionId":"cn-shanghai","ZoneId":"cn-shanghai-b","VpcId":"vpc-uf6f7l4fg90oyvv8rgzm","VSwitchId":"vsw-uf6f7l4fg90oyvv8rgzm",
        "Status":"Running","CreateTime":1704067200,"DataRedundancyType":"","StorageClass":"","StandardDataSize":0,"IaDataSize":0,
        "ArchiveDataSize":0,"ColdArchiveDataSize":0,"TotalDataSize":0,"EnableCheck":true,"ProtectionScore":80,
        "ProtectionScoreUpdatedTime":1724983927,"RiskCount":2,"CheckFailedCount":0}
        """);

    // The service sends JSON without line breaks.
    private static string WithoutLineBreaks(string json) => json.ReplaceLineEndings(string.Empty);
}
