using Bdrc.Sandbox.Signing;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Server.Identity.Keys;

/// <summary>Issues temporary access keys and registers them with the sandbox. Thread-safe.</summary>
/// <param name="seed">The seed of the sandbox.</param>
/// <param name="accepted">The keys that the sandbox accepts.</param>
internal sealed class SessionKeyIssuer(int seed, AccessKeyRegistry accepted)
{
    private int _count;

    /// <summary>Issues a key.</summary>
    /// <param name="session">The session that the key belongs to.</param>
    /// <param name="expiration">When the key expires. A time in the past issues a key that is refused as expired.</param>
    public SessionKey Issue(RoleSession session, DateTimeOffset expiration)
    {
        var index = Interlocked.Increment(ref _count);
        var key = new SessionKey(
            "STS.NU" + SeededRandom.Tail(seed, IdentityRandom.SessionKeyId, index),
            TwoTails(IdentityRandom.SessionSecret, index),
            "CAIS" + TwoTails(IdentityRandom.SessionToken, index),
            WholeSeconds(expiration),
            session);
        accepted.Add(key);
        return key;
    }

    private string TwoTails(RandomStream stream, int index) =>
        SeededRandom.Tail(seed, stream, index) + SeededRandom.Tail(seed, stream, -index);

    /// <summary>The platform reports expirations in whole seconds; a key must not be valid longer than it reports.</summary>
    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}

/// <summary>The random streams of the identity services. They follow those of the sandbox, so that none is used twice.</summary>
internal static class IdentityRandom
{
    public const RandomStream SessionKeyId = RandomStream.PageToken + 1;
    public const RandomStream SessionSecret = RandomStream.PageToken + 2;
    public const RandomStream SessionToken = RandomStream.PageToken + 3;
    public const RandomStream IdToken = RandomStream.PageToken + 4;
    public const RandomStream MetadataToken = RandomStream.PageToken + 5;
    public const RandomStream LoginToken = RandomStream.PageToken + 6;
    public const RandomStream RoleId = RandomStream.PageToken + 7;
}
