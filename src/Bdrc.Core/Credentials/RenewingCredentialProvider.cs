using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Sources;
using Bdrc.Core.Http;
using Bdrc.Core.Signing;
using Bdrc.Text;

namespace Bdrc.Core.Credentials;

/// <summary>
/// Caches the credentials of a source and renews them before they expire. Only one renewal runs at a time. When it fails, the old
/// credentials are used while they are valid (spec/credentials.md section 5).
/// </summary>
#pragma warning disable CA1001 // The semaphore allocates no handle; providers live as long as contexts.
internal sealed class RenewingCredentialProvider(ICredentialSource source, CredentialContext context)
    : IRenewableProvider, IInstanceCredentials
#pragma warning restore CA1001
{
    private static readonly TimeSpan MinimumValidity = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile CachedCredentials? _cached;

    public string Source => source.Name;

    public string? AccountKey => source.AccountKey;

    public async Task<AccessCredentials> GetAsync(Action<BdrcDiagnostic>? onDiagnostic, CancellationToken cancellationToken)
    {
        CredentialDiagnostics.Listen(onDiagnostic);
        if (_cached is { } fresh && context.Clock.GetUtcNow() < fresh.RenewAt)
            return fresh.Current.Credentials;

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var now = context.Clock.GetUtcNow();
            if (_cached is { } renewed && now < renewed.RenewAt)
                return renewed.Current.Credentials;

            return await RenewAsync(now, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    public bool Invalidate(AccessCredentials refused)
    {
        var cached = _cached;
        if (cached is not null && ReferenceEquals(cached.Current.Credentials, refused))
            Interlocked.CompareExchange(ref _cached, null, cached);
        return true;
    }

    public Task<bool> UsesInstanceRoleAsync(CancellationToken cancellationToken) => source switch
    {
        EcsRoleSource => Task.FromResult(true),
        AssumeRoleSource { Caller: IInstanceCredentials caller } => caller.UsesInstanceRoleAsync(cancellationToken),
        _ => Task.FromResult(false),
    };

    private async Task<AccessCredentials> RenewAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var fetched = await source.FetchAsync(cancellationToken).ConfigureAwait(false);
            if (fetched.Expiration <= context.Clock.GetUtcNow())
            {
                throw new BdrcException(
                    BdrcErrorKind.Authentication, "ExpiredCredentials", Strings.CredentialsExpired.FormatInvariant(Source));
            }

            _cached = new CachedCredentials(fetched, RenewalTime(fetched.Expiration, context.Clock.GetUtcNow()), warned: false);
            return fetched.Credentials;
        }
        catch (BdrcException failure) when (_cached is { } old && old.Current.Expiration - MinimumValidity > now)
        {
            if (!old.Warned)
            {
                CredentialDiagnostics.Log(
                    BdrcDiagnosticLevel.Warning,
                    Strings.CredentialsRenewalFailed.FormatInvariant(Source, failure.Message, old.Current.Expiration!.Value.UtcDateTime));
            }

            _cached = new CachedCredentials(old.Current, now + TimeSpan.FromSeconds(10 + (20 * context.Jitter())), warned: true);
            return old.Current.Credentials;
        }
    }

    private DateTimeOffset RenewalTime(DateTimeOffset? expiration, DateTimeOffset now)
    {
        if (expiration is not { } end)
            return DateTimeOffset.MaxValue;

        var margin = TimeSpan.FromTicks(Math.Min(
            TimeSpan.FromMinutes(15).Ticks, Math.Max(TimeSpan.FromMinutes(3).Ticks, (end - now).Ticks / 5)));
        return end - TimeSpan.FromTicks((long)(margin.Ticks * (1 - (0.1 * context.Jitter()))));
    }

    private sealed class CachedCredentials(ExpiringCredentials fetched, DateTimeOffset renewAt, bool warned)
    {
        public ExpiringCredentials Current { get; } = fetched;

        public DateTimeOffset RenewAt { get; } = renewAt;

        public bool Warned { get; } = warned;
    }
}
