using System.Globalization;
using Bdrc.Sandbox.Errors;

namespace Bdrc.Sandbox.Quota;

/// <summary>The quota of each operation: so many requests in any second.</summary>
internal sealed class OperationQuota(int requestsPerSecond)
{
    private readonly Dictionary<string, Queue<DateTimeOffset>> _calls = new(StringComparer.Ordinal);

    public void Spend(string operation, DateTimeOffset now)
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
                    "Request was denied due to user flow control: " + requestsPerSecond.ToString(CultureInfo.InvariantCulture) + " requests per second are allowed.",
                    wait);
            }

            calls.Enqueue(now);
        }
    }
}
