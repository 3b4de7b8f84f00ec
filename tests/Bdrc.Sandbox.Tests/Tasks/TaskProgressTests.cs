using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.Tasks;

public sealed class TaskProgressTests
{
    [Fact]
    public async Task Goes_from_created_through_running_to_complete_by_the_clock()
    {
        using var fixture = new SandboxFixture();
        var taskId = (await fixture.CallAsync("UpdateResources")).TaskId;
        Assert.Matches("^t-[0-9a-z]{20}$", taskId);

        var created = (await fixture.CallAsync("DescribeTask", ("TaskId", taskId))).Data;
        Assert.Equal(("CREATED", 0, 0), (created.Text("TaskStatus"), created.Number("Progress"), created.Number("StartTime")));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, created.GetProperty("CompleteTime").ValueKind);

        fixture.Clock.Advance(TimeSpan.FromSeconds(5.5));
        var running = (await fixture.CallAsync("DescribeTask", ("TaskId", taskId))).Data;
        Assert.Equal(("RUNNING", 5000), (running.Text("TaskStatus"), running.Number("Progress")));
        Assert.Equal(SandboxFixture.Start.AddSeconds(1).ToUnixTimeSeconds(), running.Number("StartTime"));
        Assert.Equal(SandboxFixture.Start.AddSeconds(1).AddDays(7).ToUnixTimeSeconds(), running.Number("ExpireTime"));

        fixture.Clock.Advance(TimeSpan.FromSeconds(4.5));
        var complete = (await fixture.CallAsync("DescribeTask", ("TaskId", taskId))).Data;
        Assert.Equal(("COMPLETE", 10000), (complete.Text("TaskStatus"), complete.Number("Progress")));
        Assert.Equal(SandboxFixture.Start.AddSeconds(10).ToUnixTimeSeconds(), complete.Number("CompleteTime"));
        Assert.Equal(
            """{"resourceTypes":["ACS::ECS::Instance","ACS::OSS::Bucket","ACS::NAS::FileSystem","ACS::OTS::Instance"]}""",
            complete.Text("TaskDetail"));
    }

    [Fact]
    public async Task Keeps_the_id_of_the_request_that_started_a_task()
    {
        using var fixture = new SandboxFixture();
        var started = await fixture.CallAsync("UpdateResources");
        var queried = await fixture.CallAsync("DescribeTask", ("TaskId", started.TaskId));
        Assert.Equal(started.Json.Text("RequestId"), queried.Data.Text("RequestId"));
        Assert.NotEqual(started.Json.Text("RequestId"), queried.Json.Text("RequestId"));
    }

    [Fact]
    public async Task Is_finished_at_the_first_query_when_the_duration_is_zero()
    {
        using var fixture = new SandboxFixture(options => options.TaskDuration = TimeSpan.Zero);
        var taskId = (await fixture.CallAsync("UpdateResources")).TaskId;
        Assert.Equal("COMPLETE", (await fixture.CallAsync("DescribeTask", ("TaskId", taskId))).Data.Text("TaskStatus"));
        (await fixture.CallAsync("UpdateResources")).MustBe(200);
    }

    [Fact]
    public async Task Reports_why_a_task_failed()
    {
        using var fixture = new SandboxFixture(options => options.FailingTasks = 1);
        var taskId = await fixture.FinishAsync("UpdateResources");
        var task = (await fixture.CallAsync("DescribeTask", ("TaskId", taskId))).Data;
        Assert.Equal(
            ("FAILED", "too many requests.", 10000),
            (task.Text("TaskStatus"), task.Text("ErrorMessage"), task.Number("Progress")));
    }

    [Fact]
    public async Task Fails_about_the_requested_share_of_tasks()
    {
        using var fixture = new SandboxFixture(options => (options.FailingTasks, options.TaskDuration) = (0.25, TimeSpan.Zero));
        for (var i = 0; i < 400; i++)
            (await fixture.CallAsync("UpdateResources")).MustBe(200);
        var failed = (await fixture.CallAsync("DescribeTasks", ("TaskStatus", "FAILED"), ("MaxResults", 500))).Content.Count;
        Assert.InRange(failed, 70, 130);
    }

    [Theory]
    [InlineData("UpdateResources")]
    [InlineData("PrecheckResourceCount")]
    [InlineData("CheckRules")]
    public async Task Refuses_a_second_task_while_one_is_running(string operation)
    {
        using var fixture = new SandboxFixture();
        var arns = (await fixture.CallAsync("DescribeResources")).Content.Select(resource => resource.Text("ResourceArn")).ToList();
        (string, object)[] parameters = operation switch
        {
            "CheckRules" => [("ResourceArn", arns[0])],
            "PrecheckResourceCount" => [("TagResourceMatchers", """[{"Key":"env","Operator":"KEY_EXIST"}]""")],
            _ => [],
        };
        (await fixture.CallAsync(operation, parameters)).MustBe(200);
        (await fixture.CallAsync(operation, parameters)).MustBe(400, "CreateTaskFailed.PreviousTaskNotFinished");
        if (operation == "CheckRules")
            (await fixture.CallAsync(operation, ("ResourceArn", arns[1]))).MustBe(200);

        fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        (await fixture.CallAsync(operation, parameters)).MustBe(200);
    }

    [Theory]
    [InlineData(TaskConcurrency.PerTarget, true, false)]
    [InlineData(TaskConcurrency.PerType, false, false)]
    [InlineData(TaskConcurrency.Unlimited, true, true)]
    public async Task Accepts_tasks_of_one_type_side_by_side_as_configured(TaskConcurrency mode, bool otherTarget, bool sameTarget)
    {
        using var fixture = new SandboxFixture(options => options.TaskConcurrency = mode);
        var arns = (await fixture.CallAsync("DescribeResources")).Content.Select(resource => resource.Text("ResourceArn")).ToList();
        (await fixture.CallAsync("CheckRules", ("ResourceArn", arns[0]))).MustBe(200);

        foreach (var (arn, accepts) in ((string, bool)[])[(arns[1], otherTarget), (arns[0], sameTarget)])
        {
            var response = await fixture.CallAsync("CheckRules", ("ResourceArn", arn));
            if (accepts)
                response.MustBe(200);
            else
                response.MustBe(400, "CreateTaskFailed.PreviousTaskNotFinished");
        }

        (await fixture.CallAsync("UpdateResources")).MustBe(200);
        fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        (await fixture.CallAsync("CheckRules", ("ResourceArn", arns[0]))).MustBe(200);
    }

    [Fact]
    public async Task Does_not_find_an_unknown_task()
    {
        using var fixture = new SandboxFixture(options => options.FinishedTasks = 1);
        (await fixture.CallAsync("DescribeTask", ("TaskId", "t-00000000000000000000"))).MustBe(404, "TaskNotFound");
        (await fixture.CallAsync("DescribeTask", ("TaskId", "short"))).MustBe(404, "TaskNotFound");
    }

    [Fact]
    public async Task Creates_the_same_tasks_only_for_the_same_seed()
    {
        using var one = new SandboxFixture();
        using var same = new SandboxFixture();
        using var other = new SandboxFixture(options => options.Seed = 2);
        var taskId = (await one.CallAsync("UpdateResources")).TaskId;
        Assert.Equal(taskId, (await same.CallAsync("UpdateResources")).TaskId);
        Assert.NotEqual(taskId, (await other.CallAsync("UpdateResources")).TaskId);
    }
}
