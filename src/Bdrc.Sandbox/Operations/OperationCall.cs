using System.Text.Json;
using Bdrc.Sandbox.Contract;
using Bdrc.Sandbox.Inventory;
using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.State;
using Bdrc.Sandbox.Tasks;

namespace Bdrc.Sandbox.Operations;

/// <summary>One call being carried out.</summary>
internal sealed class OperationCall(Account account, RequestValues values, DateTimeOffset now, string requestId, Utf8JsonWriter json)
{
    public Account Account { get; } = account;

    public RequestValues Values { get; } = values;

    public DateTimeOffset Now { get; } = now;

    /// <summary>Where the content of <c>Data</c> is written; the object itself is opened and closed around it.</summary>
    public Utf8JsonWriter Json { get; } = json;

    /// <summary>Writes a time as the API has it: Unix seconds, 0 for unset.</summary>
    public void WriteTime(string name, DateTimeOffset? time) => Json.WriteNumber(name, time?.ToUnixTimeSeconds() ?? 0);

    /// <summary>Starts a task unless one like it still runs, and writes its id where the operation tells it.</summary>
    public void StartTask(TaskOrder order)
    {
        Account.Tasks.DemandNoneRuns(order, Now);
        Json.WriteString("TaskId", AddTask(order).TaskId);
    }

    /// <summary>Starts a task that may run beside others like it.</summary>
    public SandboxTask AddTask(TaskOrder order) => Account.Tasks.Start(order, Now, requestId);

    /// <summary>The kind that ResourceType names; null when it was not sent. For operations that refuse unknown ones.</summary>
    public ResourceKind? ResourceKind() => Values["ResourceType"] is not { } type
        ? null
        : Inventory.ResourceKind.OfType(type) ?? throw Values.Invalid("ResourceType", "the type is not supported.");
}
