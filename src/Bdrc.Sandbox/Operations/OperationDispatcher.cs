using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Bdrc.Sandbox.Contract;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Operations;

/// <summary>Carries operations out on the account, one at a time, after whatever has become due by the clock.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Stream and writer hold memory only, and live as long as the sandbox.")]
internal sealed class OperationDispatcher
{
    private readonly object _lock = new();
    private readonly Account _account;

    // One buffer and one writer for all answers: they are used under the lock only.
    private readonly MemoryStream _buffer = new();
    private readonly Utf8JsonWriter _json;

    public OperationDispatcher(Account account)
    {
        _account = account;
        _json = new Utf8JsonWriter(_buffer, SandboxJson.Options);
    }

    /// <summary>Carries an operation out.</summary>
    /// <returns>The answer.</returns>
    /// <exception cref="PlatformException">It is refused.</exception>
    public byte[] Answer(RequestValues values, DateTimeOffset now, string requestId)
    {
        var operation = values.Operation;
        var handler = OperationTable.Find(operation.Name)
            ?? throw new PlatformException(404, "InvalidAction.NotFound", $"Specified api is not found: {operation.Name}.");
        lock (_lock)
        {
            _account.Tasks.Settle(now);
            if (OperationTable.NeedsService(operation.Name))
                _account.Service.DemandReady(now);

            // A refusal half-way leaves text behind, hence the start from nothing.
            _buffer.SetLength(0);
            _json.Reset();
            _json.WriteStartObject();
            _json.WriteString("RequestId", requestId);
            if (operation.HasData)
                _json.WriteStartObject("Data");
            handler(new OperationCall(_account, values, now, requestId, _json));
            if (operation.HasData)
                _json.WriteEndObject();
            _json.WriteEndObject();
            _json.Flush();
            return _buffer.ToArray();
        }
    }

    /// <summary>Raises a message for every measure that uses a snapshot policy.</summary>
    public void ModifySnapshotPolicy(string id, DateTimeOffset now)
    {
        lock (_lock)
        {
            _account.Tasks.Settle(now);
            foreach (var policy in _account.Policies.All)
            {
                foreach (var measure in policy.Measures)
                {
                    if (measure.AutoSnapshotPolicyId == id)
                        _account.Messages.MeasureModified(policy, measure, now);
                }
            }
        }
    }

    public void DeleteSnapshotPolicy(string id, DateTimeOffset now)
    {
        lock (_lock)
        {
            _account.Tasks.Settle(now);
            _account.SnapshotPolicies.Delete(id);
        }
    }
}
