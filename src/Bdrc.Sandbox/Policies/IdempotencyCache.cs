using Bdrc.Sandbox.Contract;
using Bdrc.Sandbox.Errors;

namespace Bdrc.Sandbox.Policies;

/// <summary>The calls with a ClientToken. A repeated call returns the result of the first one without a second effect.</summary>
internal sealed class IdempotencyCache
{
    private const string ParameterName = "ClientToken";

    private readonly Dictionary<(string Operation, string Token), (string Call, string Result)> _calls = [];

    /// <summary>Executes a call, unless it was executed before.</summary>
    /// <param name="values">The parameters of the call.</param>
    /// <param name="execute">Executes the call and returns the id of the policy.</param>
    /// <exception cref="PlatformException">The token is too long, has other characters than visible ASCII, or was used for another call.</exception>
    public string GetOrExecute(RequestValues values, Func<string> execute)
    {
        if (values[ParameterName] is not { } token)
            return execute();
        if (token.Length > 64 || token.Any(c => c is < '!' or > '~'))
            throw values.Invalid(ParameterName, "up to 64 visible ASCII characters are allowed.");

        var key = (values.Operation.Name, token);
        var sorted = values.All.OrderBy(pair => pair.Key, StringComparer.Ordinal);
        var call = string.Join("\n", sorted.Select(pair => pair.Key + "=" + pair.Value));
        if (_calls.TryGetValue(key, out var earlier))
        {
            return earlier.Call == call
                ? earlier.Result
                : throw new PlatformException(400, "IdempotentParameterMismatch", "The ClientToken was used for a request with other parameters.");
        }

        var result = execute();
        _calls.Add(key, (call, result));
        return result;
    }
}
