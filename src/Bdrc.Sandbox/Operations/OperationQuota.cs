using System.Globalization;
using Bdrc.Sandbox.Errors;

namespace Bdrc.Sandbox.Operations;

/// <summary>Limits the requests of each operation in any period of one second. Thread-safe.</summary>
internal sealed class OperationQuota(int requestsPerSecond)
{
    private readonly Dictionary<string, Queue<DateTimeOffset>> _calls = new(StringComparer.Ordinal);

    /// <summary>Counts a request.</summary>
    /// <exception cref="PlatformException">The quota of the operation is used up.</exception>
    public void Consume(string operation, DateTimeOffset now)
    {
        if (requestsPerSecond == 0)
            return;

        lock (_calls)
        {
            if (!_calls.TryGetValue(operation, out var calls))
                _calls.Add(operation, calls = new Queue<DateTimeOffset>());
            while (calls.Count > 0 && now - calls.Peek() >= TimeSpan.FromSeconds(1))
                calls.Dequeue();
            if (calls.Count >= requestsPerSecond)
            {
                var wait = calls.Peek() + TimeSpan.FromSeconds(1) - now;
                throw new PlatformException(
                    429,
                    "Throttling.User",
                    "Request was denied due to user flow control: "
                        + requestsPerSecond.ToString(CultureInfo.InvariantCulture)
                        + " requests per second are allowed.",
                    wait);
            }

            calls.Enqueue(now);
        }
    }
}
