using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Sources;
using Bdrc.Core.Signing;
using Bdrc.Text;

namespace Bdrc.Core.Credentials;

/// <summary>
/// Keeps what a source gave and renews it early: one renewal at a time, the old value as long as it lives
/// (spec/credentials.md section 5).
/// </summary>
#pragma warning disable CA1001 // The semaphore holds no handle as long as nobody asks for one; providers live as long as contexts.
internal sealed class RenewingCredentialProvider(ICredentialSource source, CredentialContext environment) : IRenewableProvider
#pragma warning restore CA1001
{
    private static readonly TimeSpan LeastLife = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile CachedCredentials? _held;

    public string Source => source.Name;

    public async Task<AccessCredentials> GetAsync(CancellationToken cancellationToken)
    {
        if (_held is { } fresh && environment.Clock.GetUtcNow() < fresh.RenewAt)
            return fresh.Lease.Credentials;

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var now = environment.Clock.GetUtcNow();
            if (_held is { } meanwhile && now < meanwhile.RenewAt)
                return meanwhile.Lease.Credentials;

            return await RenewAsync(now, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    public bool Invalidate(AccessCredentials refused)
    {
        var held = _held;
        if (held is not null && ReferenceEquals(held.Lease.Credentials, refused))
            Interlocked.CompareExchange(ref _held, null, held);
        return true;
    }

    public Task<bool> IsOfInstanceAsync(CancellationToken cancellationToken) => source switch
    {
        EcsRoleSource => Task.FromResult(true),
        AssumeRoleSource { Caller: IRenewableProvider caller } => caller.IsOfInstanceAsync(cancellationToken),
        _ => Task.FromResult(false),
    };

    public bool TryTakeNotice(out BdrcDiagnostic? notice) => environment.Notices.TryDequeue(out notice);

    private async Task<AccessCredentials> RenewAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var lease = await source.FetchAsync(cancellationToken).ConfigureAwait(false);
            if (lease.Expiration <= environment.Clock.GetUtcNow())
                throw new BdrcException(BdrcErrorKind.Authentication, "ExpiredCredentials", Strings.CredentialsExpired.FormatInvariant(Source));
            _held = new CachedCredentials(lease, RenewalTime(lease.Expiration, environment.Clock.GetUtcNow()), warned: false);
            return lease.Credentials;
        }
        catch (BdrcException failure) when (_held is { } old && old.Lease.Expiration - LeastLife > now)
        {
            if (!old.Warned)
            {
                environment.Notices.Enqueue(new BdrcDiagnostic(
                    BdrcDiagnosticLevel.Warning,
                    Strings.CredentialsRenewalFailed.FormatInvariant(Source, failure.Message, old.Lease.Expiration!.Value.UtcDateTime)));
            }

            _held = new CachedCredentials(old.Lease, now + TimeSpan.FromSeconds(10 + (20 * environment.Jitter())), warned: true);
            return old.Lease.Credentials;
        }
    }

    private DateTimeOffset RenewalTime(DateTimeOffset? expiration, DateTimeOffset now)
    {
        if (expiration is not { } end)
            return DateTimeOffset.MaxValue;

        var margin = TimeSpan.FromTicks(Math.Min(
            TimeSpan.FromMinutes(15).Ticks, Math.Max(TimeSpan.FromMinutes(3).Ticks, (end - now).Ticks / 5)));
        return end - TimeSpan.FromTicks((long)(margin.Ticks * (1 - (0.1 * environment.Jitter()))));
    }

    private sealed class CachedCredentials(ExpiringCredentials lease, DateTimeOffset renewAt, bool warned)
    {
        public ExpiringCredentials Lease { get; } = lease;

        public DateTimeOffset RenewAt { get; } = renewAt;

        public bool Warned { get; } = warned;
    }
}
