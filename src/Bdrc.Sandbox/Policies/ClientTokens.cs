using Bdrc.Sandbox.Contract;
using Bdrc.Sandbox.Errors;

namespace Bdrc.Sandbox.Policies;

/// <summary>The calls that carried a ClientToken: the same call again has the same answer and no effect.</summary>
internal sealed class ClientTokens
{
    private const string Name = "ClientToken";

    private readonly Dictionary<(string Operation, string Token), (string Call, string Result)> _calls = [];

    /// <summary>Carries a call out, unless it was before.</summary>
    /// <param name="values">The call.</param>
    /// <param name="execute">Carries it out; returns the id of what it is about.</param>
    /// <exception cref="PlatformException">The token is not ASCII, too long, or was used for another call.</exception>
    public string Once(RequestValues values, Func<string> execute)
    {
        if (values[Name] is not { } token)
            return execute();
        if (token.Length > 64 || token.Any(c => c is < '!' or > '~'))
            throw values.Invalid(Name, "up to 64 visible ASCII characters are allowed.");

        var key = (values.Operation.Name, token);
        var call = string.Join("\n", values.All.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key + "=" + pair.Value));
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
