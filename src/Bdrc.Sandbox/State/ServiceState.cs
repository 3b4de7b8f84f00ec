using Bdrc.Sandbox.Errors;

namespace Bdrc.Sandbox.State;

/// <summary>Whether the service is open and initialized.</summary>
internal sealed class ServiceState
{
    private readonly TimeSpan _initialization;
    private DateTimeOffset _initializedTime;

    public ServiceState(bool opened, TimeSpan initialization, DateTimeOffset now)
    {
        _initialization = initialization;
        if (opened)
        {
            IsOpen = true;
            OpenTime = now - TimeSpan.FromDays(30);
            _initializedTime = now;
        }
    }

    public bool IsOpen { get; private set; }

    public DateTimeOffset? OpenTime { get; private set; }

    public bool IsInitialized(DateTimeOffset now) => IsOpen && now >= _initializedTime;

    public void Open(DateTimeOffset now)
    {
        if (IsOpen)
            throw new PlatformException(400, "ServiceAlreadyOpened", "The service has been opened already.");

        IsOpen = true;
        OpenTime = now;
        _initializedTime = now + _initialization;
    }

    public void Close()
    {
        EnsureOpen();
        IsOpen = false;
    }

    public void EnsureReady(DateTimeOffset now)
    {
        EnsureOpen();
        if (!IsInitialized(now))
            throw new PlatformException(400, "ServiceInitializing", "The service is being initialized. Please try again later.");
    }

    private void EnsureOpen()
    {
        if (!IsOpen)
            throw new PlatformException(404, "ServiceNotOpened", "The service is not opened. Please open it first.");
    }
}
