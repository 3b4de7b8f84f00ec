using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Bdrc.Sandbox.Contract;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Json;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Operations;

/// <summary>Executes operations on the account, one at a time. Effects of finished tasks are applied before.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Stream and writer use only memory and live as long as the sandbox.")]
internal sealed class OperationDispatcher
{
    private readonly object _lock = new();
    private readonly Account _account;

    // One buffer and one writer for all responses: they are used only under the lock.
    private readonly MemoryStream _buffer = new();
    private readonly Utf8JsonWriter _json;

    public OperationDispatcher(Account account)
    {
        _account = account;
        _json = new Utf8JsonWriter(_buffer, SandboxJson.Options);
    }

    /// <summary>Executes an operation.</summary>
    /// <returns>The response body.</returns>
    /// <exception cref="PlatformException">The operation is refused.</exception>
    public byte[] Execute(RequestValues values, DateTimeOffset now, string requestId)
    {
        var operation = values.Operation;
        var handler = OperationTable.Find(operation.Name)
            ?? throw new PlatformException(404, "InvalidAction.NotFound", $"Specified api is not found: {operation.Name}.");
        lock (_lock)
        {
            _account.Tasks.ApplyDueEffects(now);
            if (handler.RequiresService)
                _account.Service.EnsureReady(now);

            // An operation that was refused may have left a partial response.
            _buffer.SetLength(0);
            _json.Reset();
            _json.WriteStartObject();
            _json.WriteString("RequestId", requestId);
            if (operation.HasData)
                _json.WriteStartObject("Data");
            handler.Execute(new OperationCall(_account, values, now, requestId, _json));
            if (operation.HasData)
                _json.WriteEndObject();
            _json.WriteEndObject();
            _json.Flush();
            return _buffer.ToArray();
        }
    }

    /// <summary>Adds a message for each sub-policy that uses a snapshot policy.</summary>
    public void ModifySnapshotPolicy(string id, DateTimeOffset now)
    {
        lock (_lock)
        {
            _account.Tasks.ApplyDueEffects(now);
            foreach (var policy in _account.Policies.All)
            {
                foreach (var subPolicy in policy.SubPolicies)
                {
                    if (subPolicy.AutoSnapshotPolicyId == id)
                        _account.Messages.AddSubPolicyModified(policy, subPolicy, now);
                }
            }
        }
    }

    public void DeleteSnapshotPolicy(string id, DateTimeOffset now)
    {
        lock (_lock)
        {
            _account.Tasks.ApplyDueEffects(now);
            _account.SnapshotPolicies.Delete(id);
        }
    }
}
