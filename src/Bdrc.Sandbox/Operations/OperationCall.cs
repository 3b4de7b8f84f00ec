using System.Text.Json;
using Bdrc.Sandbox.Contract;
using Bdrc.Sandbox.Inventory;
using Bdrc.Sandbox.State;
using Bdrc.Sandbox.Tasks;

namespace Bdrc.Sandbox.Operations;

/// <summary>One call of an operation.</summary>
internal sealed class OperationCall(Account account, RequestValues values, DateTimeOffset now, string requestId, Utf8JsonWriter json)
{
    public Account Account { get; } = account;

    public RequestValues Values { get; } = values;

    public DateTimeOffset Now { get; } = now;

    /// <summary>Receives the members of <c>Data</c>; the dispatcher writes the object itself.</summary>
    public Utf8JsonWriter Json { get; } = json;

    /// <summary>Writes a time in Unix seconds; 0 for null.</summary>
    public void WriteTime(string name, DateTimeOffset? time) => Json.WriteNumber(name, time?.ToUnixTimeSeconds() ?? 0);

    /// <summary>Starts a task unless one of the same type and scope is running, and writes its id.</summary>
    public void StartTask(TaskDefinition definition)
    {
        Account.Tasks.EnsureNoneIsRunning(definition, Now);
        Json.WriteString("TaskId", AddTask(definition).TaskId);
    }

    /// <summary>Starts a task that may run together with others of its type and scope.</summary>
    public SandboxTask AddTask(TaskDefinition definition) => Account.Tasks.Start(definition, Now, requestId);

    /// <summary>The kind in ResourceType; null when it is missing. For operations that refuse an unknown kind.</summary>
    public ResourceKind? ResourceKind() => Values["ResourceType"] is not { } type
        ? null
        : Inventory.ResourceKind.OfType(type) ?? throw Values.Invalid("ResourceType", "the type is not supported.");
}
