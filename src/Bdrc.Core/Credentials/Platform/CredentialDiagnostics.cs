namespace Bdrc.Core.Credentials.Platform;

/// <summary>
/// The callback that receives diagnostics about credentials. Providers are shared by all runspaces and outlive commands, so they
/// cannot hold a callback: it flows with the asynchronous call, and other runspaces do not see its diagnostics.
/// </summary>
internal static class CredentialDiagnostics
{
    private static readonly AsyncLocal<Action<BdrcDiagnostic>?> Listener = new();

    /// <summary>The callback of the running call; null when there is none.</summary>
    public static Action<BdrcDiagnostic>? Current => Listener.Value;

    /// <summary>
    /// Sets the callback for the rest of the calling asynchronous method and everything it calls. The caller of that method keeps its own.
    /// </summary>
    public static void Listen(Action<BdrcDiagnostic>? onDiagnostic) => Listener.Value = onDiagnostic;

    /// <summary>Sets the callback until the result is disposed, for synchronous code.</summary>
    public static IDisposable Scope(Action<BdrcDiagnostic>? onDiagnostic)
    {
        var scope = new ListenerScope(Listener.Value);
        Listener.Value = onDiagnostic;
        return scope;
    }

    public static void Log(BdrcDiagnosticLevel level, string message) => Listener.Value?.Invoke(new BdrcDiagnostic(level, message));

    /// <summary>Logs a warning once for each subject. Without a callback the subject does not count as warned about.</summary>
    public static void WarnOnce(CredentialContext context, string subject, string message)
    {
        if (Listener.Value is { } listener && context.Warned.TryAdd(subject, 0))
            listener(new BdrcDiagnostic(BdrcDiagnosticLevel.Warning, message));
    }

    private sealed class ListenerScope(Action<BdrcDiagnostic>? previous) : IDisposable
    {
        public void Dispose() => Listener.Value = previous;
    }
}
