using Bdrc.Sandbox.Errors;

namespace Bdrc.Sandbox.State;

/// <summary>Whether the service is opened, and how far its initialisation has got.</summary>
internal sealed class ServiceSwitch
{
    private readonly TimeSpan _initialisation;
    private DateTimeOffset _initialised;

    public ServiceSwitch(bool opened, TimeSpan initialisation, DateTimeOffset now)
    {
        _initialisation = initialisation;
        if (opened)
        {
            IsOpen = true;
            OpenTime = now - TimeSpan.FromDays(30);
            _initialised = now;
        }
    }

    public bool IsOpen { get; private set; }

    public DateTimeOffset? OpenTime { get; private set; }

    public bool IsInitialised(DateTimeOffset now) => IsOpen && now >= _initialised;

    public void Open(DateTimeOffset now)
    {
        if (IsOpen)
            throw new PlatformException(400, "ServiceAlreadyOpened", "The service has been opened already.");

        IsOpen = true;
        OpenTime = now;
        _initialised = now + _initialisation;
    }

    public void Close()
    {
        DemandOpen();
        IsOpen = false;
    }

    public void DemandReady(DateTimeOffset now)
    {
        DemandOpen();
        if (!IsInitialised(now))
            throw new PlatformException(400, "ServiceInitializing", "The service is being initialized. Please try again later.");
    }

    private void DemandOpen()
    {
        if (!IsOpen)
            throw new PlatformException(404, "ServiceNotOpened", "The service is not opened. Please open it first.");
    }
}
