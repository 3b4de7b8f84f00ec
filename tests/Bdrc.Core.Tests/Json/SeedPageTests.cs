using System.Text;
using System.Text.Json;
using Bdrc.Core.Json;

namespace Bdrc.Core.Tests.Json;

public sealed class SeedPageTests
{
    [Fact]
    public void Reads_the_sample_of_the_DescribeTask_page()
    {
        var task = Read("""
            {"Data":{"TaskId":"t-xxxxxxxx","TaskName":"test5566","TaskType":"UPDATE_RESOURCES","TaskPriority":"HIGH",
            "RequestId":"784076D6-BD6D-5564-9CEA-834EB11F0C62","Progress":100,"TaskStatus":"RUNNING",
            "ErrorMessage":"too many requests.","StartTime":1724983927,"CompleteTime":1724983927,"ExpireTime":1719026680},
            "RequestId":"14DFF801-A4E3-5136-AAB8-7D246012CD7A"}
            """);

        Assert.Equal(1.0, task.PercentComplete);
        Assert.False(task.IsFinished);
        Assert.Null(task.Succeeded);
        Assert.Null(task.Duration);
        Assert.Equal(DateTimeKind.Local, task.StartTime!.Value.Kind);
        Assert.Equal(1724983927, new DateTimeOffset(task.StartTime.Value).ToUnixTimeSeconds());
        Assert.Equal("784076D6-BD6D-5564-9CEA-834EB11F0C62", task.RequestId);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("{}")]
    public void Reads_an_unset_time_as_null(string value) =>
        Assert.Null(Read($$$"""{"Data":{"TaskId":"t-1","CompleteTime":{{{value}}}}}""").CompleteTime);

    [Fact]
    public void Keeps_unknown_fields()
    {
        var task = Read("""{"Data":{"TaskId":"t-1","Progress":null,"Cost":{"Cents":5,"Lines":["a"]}}}""");

        var cost = Assert.IsType<Dictionary<string, object?>>(task.AdditionalProperties["Cost"]);
        Assert.Equal(5L, cost["Cents"]);
        Assert.Equal(0, task.Progress);
    }

    private static BdrcTask Read(string json) =>
        JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(json), BdrcJson.TypeInfo<Envelope<BdrcTask>>())!.Data!;
}
